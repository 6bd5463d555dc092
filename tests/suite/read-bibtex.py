"""Reads BibTeX on standard input with bibtexparser; prints its entries as JSON, each by its key."""

import json
import sys

import bibtexparser
from bibtexparser.bparser import BibTexParser
from bibtexparser.customization import convert_to_unicode

document = bibtexparser.loads(sys.stdin.read(), BibTexParser(customization=convert_to_unicode))
json.dump({entry["ID"]: entry for entry in document.entries}, sys.stdout)
