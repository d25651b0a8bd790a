"""Offices named in French, Italian and Arabic are held by whoever held them on the day, by the roles that serve English too."""

import datetime as dt

import pytest

from graph.actors import Actor, ActorBase, base, resolve
from graph.actors.describe import described, people_of
from graph.actors.names import words

HELD = [
    ("2011-04-20", "le président français", "nicolas-sarkozy"),
    ("2013-10-02", "le président français", "francois-hollande"),
    ("2019-05-22", "le président de la République française", "emmanuel-macron"),
    ("2016-05-01", "le président turc", "recep-tayyip-erdogan"),
    ("2012-05-01", "le Premier ministre turc", "recep-tayyip-erdogan"),
    ("2015-03-01", "le Premier ministre turc", "ahmet-davutoglu"),
    ("2017-05-01", "le ministre italien des Affaires étrangères", "angelino-alfano"),
    ("2018-09-01", "le ministre des Affaires étrangères italien", "enzo-moavero-milanesi"),
    ("2017-05-01", "le ministre italien de l'Intérieur", "marco-minniti"),
    ("2014-06-01", "la ministre italienne de la Défense", "roberta-pinotti"),
    ("2018-05-01", "la chancelière allemande", "angela-merkel"),
    ("2018-05-01", "la Première ministre britannique", "theresa-may"),
    ("2018-05-01", "le chef de la diplomatie turque", "mevlut-cavusoglu"),
    ("2020-09-01", "le chef de la diplomatie grecque", "nikos-dendias"),
    ("2013-05-01", "le Premier ministre tunisien", "ali-laarayedh"),
    ("2018-05-01", "le président algérien", "abdelaziz-bouteflika"),
    ("2018-05-01", "le président nigérien", "mahamadou-issoufou"),
    ("2018-05-01", "le président du Tchad", "idriss-deby"),
    ("2018-05-01", "le roi du Maroc", "mohammed-vi-of-morocco"),
    ("2012-05-01", "l'émir du Qatar", "hamad-bin-khalifa-al-thani"),
    ("2021-05-01", "l'émir du Qatar", "tamim-bin-hamad-al-thani"),
    ("2012-05-01", "la secrétaire d'État américaine", "hillary-clinton"),
    ("2018-05-01", "le vice-président américain", "mike-pence"),
    ("2018-05-01", "l'émissaire de l'ONU", "ghassan-salame"),
    ("2016-05-01", "l'émissaire onusien", "martin-kobler"),
    ("2015-05-01", "l'envoyé spécial des Nations unies pour la Libye", "bernardino-leon"),
    ("2020-05-01", "l'ambassadeur des États-Unis en Libye", "richard-norland"),
    ("2014-05-01", "le secrétaire général de l'Otan", "anders-fogh-rasmussen"),
    ("2020-05-01", "le secrétaire général de l'ONU", "antonio-guterres"),
    ("2020-05-01", "le président du Conseil européen", "charles-michel"),
    ("2020-05-01", "le haut représentant de l'Union européenne", "josep-borrell"),
    ("2017-05-01", "le président du Conseil présidentiel", "fayez-al-sarraj"),
    ("2018-05-01", "le porte-parole de l'Armée nationale libyenne", "ahmed-al-mismari"),
    ("2018-05-01", "le gouverneur de la Banque centrale de Libye", "sadiq-al-kabir"),
    ("2013-05-01", "il premier libico", "ali-zeidan"),
    ("2018-05-01", "il nuovo premier italiano", "paolo-gentiloni"),
    ("2018-07-01", "il nuovo premier italiano", "giuseppe-conte"),
    ("2011-05-01", "il presidente del Consiglio italiano", "silvio-berlusconi"),
    ("2015-05-01", "il presidente della Repubblica italiana", "sergio-mattarella"),
    ("2020-05-01", "ministro degli Esteri turco", "mevlut-cavusoglu"),
    ("2020-05-01", "il ministro degli Affari esteri russo", "sergey-lavrov"),
    ("2018-09-01", "il ministro dell'Interno italiano", "matteo-salvini"),
    ("2020-05-01", "il ministro italiano della Difesa", "lorenzo-guerini"),
    ("2020-05-01", "la ministra della Difesa tedesca", "annegret-kramp-karrenbauer"),
    ("2018-05-01", "il segretario di Stato Usa", "mike-pompeo"),
    ("2018-05-01", "il presidente sudanese", "omar-al-bashir"),
    ("2018-05-01", "il premier maltese", "joseph-muscat"),
    ("2016-05-01", "il presidente russo", "vladimir-putin"),
    ("2018-05-01", "l'inviato speciale dell'Onu", "ghassan-salame"),
    ("2018-05-01", "l'emiro del Qatar", "tamim-bin-hamad-al-thani"),
    ("2020-05-01", "l'ambasciatore d'Italia in Libia", "giuseppe-buccino-grimaldi"),
    ("2018-05-01", "la procuratrice della Corte penale internazionale", "fatou-bensouda"),
    ("2018-05-01", "il governatore della Banca centrale libica", "sadiq-al-kabir"),
    ("2020-05-01", "وزير الخارجية التركي", "mevlut-cavusoglu"),
    ("2012-05-01", "وزير الخارجية التركي", "ahmet-davutoglu"),
    ("2020-05-01", "وزير الدفاع الإيطالي", "lorenzo-guerini"),
    ("2020-05-01", "رئيس الوزراء الإيطالي", "giuseppe-conte"),
    ("2023-05-01", "رئيسة الوزراء الإيطالية", "giorgia-meloni"),
    ("2018-05-01", "المستشارة الألمانية", "angela-merkel"),
    ("2016-05-01", "الرئيس التركي", "recep-tayyip-erdogan"),
    ("2018-05-01", "الرئيس التشادي", "idriss-deby"),
    ("2018-05-01", "الوزير الأول الجزائري", "ahmed-ouyahia"),
    ("2015-05-01", "أمير قطر", "tamim-bin-hamad-al-thani"),
    ("2018-05-01", "العاهل السعودي", "salman-bin-abdulaziz-al-saud"),
    ("2018-05-01", "ملك الأردن", "abdullah-ii-of-jordan"),
    ("2018-05-01", "نائب الرئيس الأمريكي", "mike-pence"),
    ("2018-05-01", "المبعوث الأممي إلى ليبيا", "ghassan-salame"),
    ("2016-05-01", "المبعوث الأممي لليبيا", "martin-kobler"),
    ("2020-05-01", "السفير الأمريكي لدى ليبيا", "richard-norland"),
    ("2020-05-01", "الأمين العام للأمم المتحدة", "antonio-guterres"),
    ("2014-05-01", "الأمين العام لحلف الناتو", "anders-fogh-rasmussen"),
    ("2014-05-01", "الأمين العام لجامعة الدول العربية", "nabil-elaraby"),
    ("2018-05-01", "محافظ مصرف ليبيا المركزي", "sadiq-al-kabir"),
    ("2018-05-01", "المتحدث باسم الجيش الوطني الليبي", "ahmed-al-mismari"),
    ("2018-05-01", "المدعي العام للمحكمة الجنائية الدولية", "fatou-bensouda"),
]
NOBODY = [
    "l'ancien président français",
    "l'ex-ministre italien de l'Intérieur",
    "le Premier ministre italien sortant",
    "le conseiller du ministre italien de la Défense",
    "la femme du président turc",
    "le porte-parole du président turc",
    "le vice-ministre russe des Affaires étrangères",
    "le ministre portugais des Affaires étrangères",
    "le président et le ministre turc",
    "le président",
    "le secrétaire d'État",
    "l'ex premier italiano",
    "l'ambasciatore d'Italia in Egitto",
    "moglie del presidente turco",
    "il portavoce del presidente russo",
    "il ministro degli Esteri svedese",
    "russo",
    "Russo",
    "الرئيس التونسي السابق",
    "وزير الخارجية الأسبق الإيطالي",
    "مستشار وزير الخارجية الإيطالي",
    "نائب وزير الخارجية الروسي",
    "وزير الخارجية البرتغالي",
    "التونسي",
]
NAMED = [
    ("le président turc Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
    ("le ministre italien de l'Intérieur Matteo Salvini", "matteo-salvini"),
    ("l'ancien ministre italien de l'Intérieur Marco Minniti", "marco-minniti"),
    ("ministre turc des Affaires étrangères Mevlüt Çavuşoğlu", "mevlut-cavusoglu"),
    ("il ministro degli Esteri italiano Paolo Gentiloni", "paolo-gentiloni"),
    ("la cancelliera tedesca Angela Merkel", "angela-merkel"),
    ("الرئيس المصري عبد الفتاح السيسي", "abdel-fattah-el-sisi"),
    ("المبعوث الأممي غسان سلامة", "ghassan-salame"),
]
OPEN = [
    ("le ministre italien des Affaires étrangères", "paolo-gentiloni"),
    ("il ministro degli Esteri turco", "hakan-fidan"),
    ("وزير الخارجية التركي", "ahmet-davutoglu"),
]


def found(text, date=None):
    entity = resolve(text, date and dt.date.fromisoformat(date)).entity
    return entity and entity.id


@pytest.mark.parametrize(("date", "text", "holder"), HELD)
def test_an_office_means_its_holder_of_the_day(date, text, holder):
    assert found(text, date) == holder
    assert holder not in {alias.actor.id for alias in base().lookup(text)}


@pytest.mark.parametrize("text", NOBODY)
def test_no_holder_is_meant_by_a_former_office_another_person_or_a_bare_adjective(text):
    assert found(text, "2018-05-01") is None


@pytest.mark.parametrize(("text", "person"), NAMED)
def test_an_office_before_a_name_leaves_the_name(text, person):
    assert found(text, "2018-05-01") == person


@pytest.mark.parametrize(("text", "one_of_them"), OPEN)
def test_without_a_date_all_holders_are_candidates(text, one_of_them):
    resolution = resolve(text)
    assert resolution.entity is None
    assert one_of_them in {entity.id for entity, _ in resolution.candidates}
    assert len(resolution.candidates) > 2


def test_adjectives_are_read_in_descriptions_only():
    english = "Joe Russo and Greco told an Americana fan in Indiana that turkish, turc and russo mean little to Giordano."
    assert [hit.aliases[0].text for hit in base().scan(list(words(english)))] == []
    meant = [actor.id for word in words("turc russo onusienne الليبية qatari") for actor in people_of(base(), word)]
    assert meant == ["turkey", "russia", "united-nations", "libya", "qatar"]


def test_an_adjective_that_is_a_surname_too_means_the_people_behind_an_office():
    date = dt.date(2018, 3, 1)
    assert [actor.id for actor in described(base(), "الرئيس المصري", date)] == ["abdel-fattah-el-sisi"]
    assert [actor.id for actor in described(base(), "il capo della diplomazia russa", date)] == ["sergey-lavrov"]


def test_one_title_in_four_languages_reads_the_same_role():
    role = {"relation": "holdsOfficeIn", "title": "defence minister", "body": "turkey", "from": "2020", "to": "2021"}
    state = {"id": "turkey", "label": "Turkey", "type": "State", "description": "A state.", "adjectives": ["Turkish"]}
    person = {"id": "aras", "label": "Ali Aras", "type": "Person", "description": "A minister.", "roles": [role]}
    actors = ActorBase([Actor.model_validate(state), Actor.model_validate(person)])
    titles = ("Turkish defence minister", "ministre turc de la Défense", "ministro della Difesa turco", "وزير الدفاع التركي")
    assert [[a.id for a in described(actors, title, dt.date(2020, 6, 1))] for title in titles] == [["aras"]] * 4
    assert [described(actors, title, dt.date(2022, 6, 1)) for title in titles] == [[]] * 4
