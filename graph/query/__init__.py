r"""SPARQL over the RDF view: checked before it runs, answered in the standard formats.

Examples
--------
>>> from graph.claims import ArticleInfo, ClaimSet
>>> from graph.views.rdf import to_dataset
>>> dataset = to_dataset(ClaimSet(articles=[ArticleInfo(id="a1", title="Sirte")]))
>>> answer = run_query(dataset, "SELECT ?title { ?article dcterms:title ?title }")
>>> format_result(answer, "csv")
'title\r\nSirte\r\n'
"""

from graph.query.errors import QueryError
from graph.query.formats import RESULT_FORMATS, format_result
from graph.query.result import Result
from graph.query.run import run_query

__all__ = ["RESULT_FORMATS", "QueryError", "Result", "format_result", "run_query"]
