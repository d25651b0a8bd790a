"""Writes claims anew under the names that stay."""

from __future__ import annotations

from collections.abc import Mapping

from graph.claims.claim_set import ClaimSet
from graph.claims.clusters.cluster import admits
from graph.claims.clusters.unknowns import Key, Role, is_unknown, sides
from graph.model import Attribution, Claim, Entity, Participant, claim_id

__all__ = ["renamed"]


def renamed(claims: ClaimSet, entities: Mapping[Key, Entity]) -> ClaimSet:
    """Return the claims with every unknown actor under the name it now has; mentions and evidence stay as they are."""
    speakers = {known.id: entity for known, entity in sorted(entities.items(), key=lambda item: item[0].id == item[1].id)}
    found = (_renamed(claim, entities, speakers) for claim in claims)
    return ClaimSet((claim for claim in found if claim), articles=claims.articles, notice=claims.notice)


def _renamed(claim: Claim, entities: Mapping[Key, Entity], speakers: Mapping[str, Entity]) -> Claim | None:
    subject, obj = (_participant(side, role, entities) for side, role in sides(claim))
    said = _attribution(claim.attributed_to, speakers)
    if (subject, obj, said) == (claim.subject, claim.object, claim.attributed_to):
        return claim
    if subject.id == obj.id:
        return None  # no relation holds between an actor and itself: the extraction makes no such claim either
    seen = claim.evidence
    name = claim_id(claim.article, seen.start, seen.sentence, subject.id, claim.relation, obj.id, claim.polarity)
    return claim.model_copy(update={"id": name, "subject": subject, "object": obj, "attributed_to": said})


def _participant(side: Participant, role: Role, entities: Mapping[Key, Entity]) -> Participant:
    entity = entities.get(Key(side.id, side.type)) if is_unknown(side.id) else None
    if entity is None:
        return side
    kind = entity.type if admits(role, entity.type) else side.type  # a claim stays one that the ontology allows
    return Participant(id=entity.id, label=entity.label, type=kind, mention=side.mention)


def _attribution(said: Attribution | None, speakers: Mapping[str, Entity]) -> Attribution | None:
    entity = speakers.get(said.id) if said and said.id else None
    return said.model_copy(update={"id": entity.id, "label": entity.label}) if said and entity else said
