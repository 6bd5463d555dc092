//! The claims as linked data (JSON-LD 1.1): schema.org's `Claim` and `Quotation`, and W3C Web
//! Annotations that say where in the article they stand.
//!
//! What the article credits somebody with is `spokenByCharacter`, which schema.org has for "to whom the
//! quotation is attributed within the containing work": nobody is made an author of words that an
//! article gives them. Nothing here rates a claim or calls it true. Claims that disagree, agree or
//! qualify one another are said with `CiTO`, since schema.org has no word for it. The context stands in
//! the document: no processor has to fetch one.

use serde_json::{Map, Value, json};

use crate::cite::fragment;
use crate::ledger::{Article, Claim, Credit, Head, Id, Passage, Quote, Source, SourceKind};

/// The terms that are used, with what they stand for.
pub fn context() -> Value {
    let link = |iri: &str| json!({ "@id": iri, "@type": "@id" });
    json!({
        "@vocab": "https://schema.org/",
        "oa": "http://www.w3.org/ns/oa#",
        "Annotation": "oa:Annotation",
        "SpecificResource": "oa:SpecificResource",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "FragmentSelector": "oa:FragmentSelector",
        "body": link("oa:hasBody"),
        "target": "oa:hasTarget",
        "source": link("oa:hasSource"),
        "selector": "oa:hasSelector",
        "motivation": link("oa:motivatedBy"),
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
        "conformsTo": link("http://purl.org/dc/terms/conformsTo"),
        "disagreesWith": link("http://purl.org/spar/cito/disagreesWith"),
        "agreesWith": link("http://purl.org/spar/cito/agreesWith"),
        "isQualifiedBy": link("http://purl.org/spar/cito/isQualifiedBy"),
        "url": { "@type": "@id" },
        "additionalType": { "@type": "@id" },
        "appearance": { "@type": "@id" },
        "isPartOf": { "@type": "@id" },
        "spokenByCharacter": { "@type": "@id" },
    })
}

/// The node of an article.
pub fn article(article: &Article) -> Value {
    let kind = match article.kind.as_str() {
        "article-newspaper" | "article-magazine" => "NewsArticle",
        "article-journal" | "paper-conference" => "ScholarlyArticle",
        "post" | "post-weblog" => "BlogPosting",
        "webpage" => "WebPage",
        _ => "Article",
    };
    let mut node = node(&node_of_article(article), kind);
    let authors = article.authors().iter().map(|name| {
        let kind = if name.literal.is_some() { "Organization" } else { "Person" };
        json!({ "@type": kind, "name": name.to_string() })
    });
    let outlet = article.outlet().map(|name| json!({ "@type": "Organization", "name": name }));
    put(&mut node, "identifier", Some(article.id.as_str()));
    put(&mut node, "headline", article.title());
    put(&mut node, "inLanguage", article.language());
    put(&mut node, "datePublished", article.issued().map(ToString::to_string));
    put(&mut node, "url", fragment::address(article, None, None));
    put(&mut node, "publisher", outlet);
    put_all(&mut node, "author", authors);
    Value::Object(node)
}

/// The nodes of a claim: itself, its quotations, its annotation; and who is credited.
pub fn claim(claim: &Claim, head: &Head) -> Vec<Value> {
    let article = &head.article;
    let credit = Credit::of(claim, head);
    let speaker =
        credit.party.source().map(|source| (node_of_source(&claim.source, article), source));
    let credited = speaker.as_ref().map(|(id, _)| id.clone());
    let mut of_claim = node(&node_of_claim(&claim.id), "Claim");
    put(&mut of_claim, "identifier", Some(claim.id.as_str()));
    put(&mut of_claim, "text", Some(claim.statement.as_str()));
    put(&mut of_claim, "description", Some(credit.sentence()));
    put(&mut of_claim, "appearance", Some(node_of_article(article)));
    put(&mut of_claim, "spokenByCharacter", credited.clone());
    put_all(&mut of_claim, "keywords", claim.topics.iter().map(|topic| json!(topic)));
    put_all(
        &mut of_claim,
        "about",
        claim.about.iter().map(|name| json!({ "@type": "Thing", "name": name })),
    );
    let related = [
        ("disagreesWith", &claim.conflicts),
        ("agreesWith", &claim.supports),
        ("isQualifiedBy", &claim.qualified_by),
    ];
    for (term, ids) in related {
        put_all(&mut of_claim, term, ids.iter().map(|id| json!(node_of_claim(id))));
    }
    let quotations =
        claim.quotes.iter().map(|quote| quotation(quote, article, credited.as_deref()));
    put_all(&mut of_claim, "hasPart", quotations);
    let mut nodes = vec![Value::Object(of_claim)];
    nodes.extend(speaker.map(|(id, source)| of_source(&id, source)));
    nodes.extend(annotation(claim, article));
    nodes
}

fn quotation(quote: &Quote, article: &Article, credited: Option<&str>) -> Value {
    let mut node = Map::from_iter([("@type".to_owned(), json!("Quotation"))]);
    put(&mut node, "text", Some(quote.exact.as_str()));
    put(&mut node, "inLanguage", quote.language.as_deref().or(article.language()));
    put(&mut node, "isPartOf", Some(node_of_article(article)));
    put(&mut node, "spokenByCharacter", credited);
    Value::Object(node)
}

/// Where a claim stands: its quotes by their words, its passages by a text directive; none where
/// neither is recorded.
fn annotation(claim: &Claim, article: &Article) -> Option<Value> {
    let selectors = claim
        .quotes
        .iter()
        .map(quote_selector)
        .chain(claim.passages.iter().filter_map(passage_selector));
    let target = |selector| json!({ "@type": "SpecificResource", "source": node_of_article(article), "selector": selector });
    let targets: Vec<Value> = selectors.map(target).collect();
    (!targets.is_empty()).then(|| {
        json!({
            "@type": "Annotation",
            "motivation": "oa:describing",
            "body": node_of_claim(&claim.id),
            "target": targets,
        })
    })
}

fn quote_selector(quote: &Quote) -> Value {
    let mut node = Map::from_iter([("@type".to_owned(), json!("TextQuoteSelector"))]);
    put(&mut node, "exact", Some(quote.exact.as_str()));
    put(&mut node, "prefix", quote.prefix.as_deref());
    put(&mut node, "suffix", quote.suffix.as_deref());
    Value::Object(node)
}

fn passage_selector(passage: &Passage) -> Option<Value> {
    Some(json!({
        "@type": "FragmentSelector",
        "conformsTo": "https://wicg.github.io/scroll-to-text-fragment/",
        "value": fragment::directive(passage, None)?,
    }))
}

fn of_source(id: &str, source: &Source) -> Value {
    let kind = match source.kind {
        SourceKind::Person => "Person",
        SourceKind::Organization | SourceKind::Group | SourceKind::Publication => "Organization",
        SourceKind::Document => "CreativeWork",
    };
    let mut node = node(id, kind);
    put(&mut node, "name", Some(source.name.as_str()));
    put_all(&mut node, "alternateName", source.aliases.iter().map(|name| json!(name)));
    if source.kind == SourceKind::Person {
        put(&mut node, "jobTitle", source.role.as_deref());
        put(&mut node, "affiliation", source.affiliation.as_deref());
    }
    if source.anonymous {
        put(
            &mut node,
            "disambiguatingDescription",
            Some("a source whom the article does not name"),
        );
    }
    Value::Object(node)
}

// Ids are blank nodes: nobody has given these things an address, and none is made up for them.

fn node_of_article(article: &Article) -> String {
    format!("_:article.{}", article.id)
}

fn node_of_claim(id: &Id<Claim>) -> String {
    format!("_:claim.{id}")
}

/// An unnamed source belongs to its article alone; so does every node of a source.
fn node_of_source(id: &Id<Source>, article: &Article) -> String {
    format!("_:source.{}.{id}", article.id)
}

fn node(id: &str, kind: &str) -> Map<String, Value> {
    Map::from_iter([("@id".to_owned(), json!(id)), ("@type".to_owned(), json!(kind))])
}

fn put(node: &mut Map<String, Value>, term: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        node.insert(term.to_owned(), value.into());
    }
}

fn put_all(node: &mut Map<String, Value>, term: &str, values: impl Iterator<Item = Value>) {
    let values: Vec<Value> = values.collect();
    if !values.is_empty() {
        node.insert(term.to_owned(), Value::Array(values));
    }
}
