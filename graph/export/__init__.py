"""Claims written for other tools and for print: one format a file, found through a registry.

Examples
--------
>>> from graph.export import EXPORTERS
>>> EXPORTERS["gexf"].suffix
'.gexf'
"""

from graph.export.base import Exporter, ExportError
from graph.export.registry import EXPORTERS, export

__all__ = ["EXPORTERS", "ExportError", "Exporter", "export"]
