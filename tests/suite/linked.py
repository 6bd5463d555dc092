"""Reads JSON-LD with a processor that is not ours, without a network, and says what it holds."""

import socket
import sys

import rdflib


def no_network(*_):
    raise OSError("the document asks for the network")


socket.socket.connect = no_network
graph = rdflib.Graph().parse(data=sys.stdin.read(), format="json-ld")
QUESTIONS = {
    "claim": "SELECT ?id ?text { ?c a s:Claim; s:identifier ?id; s:text ?text; s:appearance ?a. ?a s:identifier ?article }",
    "quotation": "SELECT ?name ?text { ?q a s:Quotation; s:text ?text; s:spokenByCharacter ?p. ?p s:name ?name }",
    "selected": "SELECT ?id ?exact { ?n a oa:Annotation; oa:hasBody ?c; oa:hasTarget ?t. ?c s:identifier ?id. "
    "?t oa:hasSource ?a; oa:hasSelector ?w. ?a s:identifier ?article. ?w a oa:TextQuoteSelector; oa:exact ?exact }",
    "passage": "SELECT ?id ?value { ?n oa:hasBody ?c; oa:hasTarget ?t. ?c s:identifier ?id. "
    "?t oa:hasSelector ?w. ?w a oa:FragmentSelector; rdf:value ?value }",
    "against": "SELECT ?one ?two { ?a cito:disagreesWith ?b. ?a s:identifier ?one. ?b s:identifier ?two }",
}
PREFIXES = (
    "PREFIX s: <https://schema.org/> PREFIX oa: <http://www.w3.org/ns/oa#> "
    "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX cito: <http://purl.org/spar/cito/> "
)
for name, question in QUESTIONS.items():
    for row in sorted(graph.query(PREFIXES + question)):
        print(name, "|".join(str(value) for value in row), sep=": ")
