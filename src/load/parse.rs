//! The first reading: fast, strict and mute. It hands on claims until something is wrong, and then
//! says only that; the second reading finds out what.

use std::collections::HashSet;
use std::fmt;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::ops::ControlFlow;

use compact_str::CompactString;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::ledger::file::FORMAT;
use crate::ledger::{Article, Claim, Head, Own, Snapshot, Sources, Strict};
use crate::load::snapshot::is_inside;

/// What is said where two ids have the same hash; the second reading tells whether they are the same.
pub(super) const SAME_ID: &str = "a claim's id stands twice";

/// What a first reading came to.
pub(super) enum Read {
    /// The file is sound to its end.
    Sound {
        /// What holds for all its claims.
        head: Head,
        /// Its snapshot, where it names one.
        snapshot: Option<Snapshot>,
    },
    /// Something is wrong after so many claims were handed on.
    Broken {
        /// The claims handed on.
        handed: usize,
        /// What they were handed on with.
        head: Option<Head>,
        /// What the parser said; the second reading says it better.
        why: serde_json::Error,
    },
    /// Whoever takes the claims wants no more.
    Stopped,
}

/// Takes one claim with its head and its position.
pub(super) type Take<'t> = &'t mut dyn FnMut(&Head, usize, Box<Claim>) -> ControlFlow<()>;

/// Reads a file's text once and hands on its claims.
pub(super) fn parse(text: &str, take: Take<'_>) -> Read {
    let mut reading = Reading::new(take);
    let mut parser = serde_json::Deserializer::from_str(text);
    let outcome = FileSeed(&mut reading)
        .deserialize(Strict(&mut parser))
        .and_then(|()| parser.end())
        .and_then(|()| reading.finish());
    match outcome {
        Ok((head, snapshot)) => Read::Sound { head, snapshot },
        Err(_) if reading.stopped => Read::Stopped,
        Err(why) => Read::Broken { handed: reading.handed, head: reading.head, why },
    }
}

/// A number that is a hash already, by a keyed hasher, and needs no hashing again.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// What was read so far.
struct Reading<'t> {
    format: Option<u64>,
    article: Option<Article>,
    sources: Option<Sources>,
    snapshot: Option<Snapshot>,
    head: Option<Head>,
    seen: Vec<CompactString>,
    /// Hashes of the claims' ids. Two that collide send the file to the second reading, which
    /// compares the ids themselves: so a hash costs no memory for the id and never a wrong answer.
    ids: HashSet<u64, BuildHasherDefault<AsItIs>>,
    hasher: RandomState,
    handed: usize,
    stopped: bool,
    take: Take<'t>,
}

impl<'t> Reading<'t> {
    fn new(take: Take<'t>) -> Self {
        Self {
            format: None,
            article: None,
            sources: None,
            snapshot: None,
            head: None,
            seen: Vec::new(),
            ids: HashSet::default(),
            hasher: RandomState::new(),
            handed: 0,
            stopped: false,
            take,
        }
    }

    /// Whether all that claims need stands before them, as the order of writing has it.
    fn is_ready(&self) -> bool {
        self.format.is_some() && self.article.is_some() && self.sources.is_some()
    }

    fn make_head(&mut self) -> Result<(), serde_json::Error> {
        self.format.ok_or_else(|| de::Error::missing_field("format"))?;
        let article = self.article.take().ok_or_else(|| de::Error::missing_field("article"))?;
        let sources = self.sources.take().unwrap_or_default();
        self.head = Some(Head { article, sources });
        Ok(())
    }

    fn take_claim(&mut self, claim: Box<Claim>) -> Result<(), &'static str> {
        let hash = self.hasher.hash_one(claim.id.as_str());
        if !self.ids.insert(hash) {
            return Err(SAME_ID);
        }
        let head = self.head.as_ref().ok_or("claims before their head")?;
        let position = self.handed;
        self.handed += 1;
        match (self.take)(head, position, claim) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => {
                self.stopped = true;
                Err("stopped")
            }
        }
    }

    fn finish(&mut self) -> Result<(Head, Option<Snapshot>), serde_json::Error> {
        if self.head.is_none() {
            self.make_head()?;
        }
        let head = self.head.take().ok_or_else(|| de::Error::missing_field("article"))?;
        Ok((head, self.snapshot.take()))
    }
}

struct FileSeed<'r, 't>(&'r mut Reading<'t>);

impl<'de> DeserializeSeed<'de> for FileSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for FileSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a ledger file")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let reading = self.0;
        let mut early: Option<&'de RawValue> = None;
        while let Some(name) = fields.next_key::<CompactString>()? {
            if reading.seen.contains(&name) {
                return Err(de::Error::custom("a field stands twice"));
            }
            match name.as_str() {
                "$schema" => drop(fields.next_value::<CompactString>()?),
                "format" => reading.format = Some(format(fields.next_value()?)?),
                "article" => reading.article = Some(fields.next_value()?),
                "sources" => reading.sources = Some(fields.next_value()?),
                "snapshot" => reading.snapshot = Some(snapshot(fields.next_value()?)?),
                "x" => drop(fields.next_value::<Own>()?),
                "claims" if reading.is_ready() => {
                    reading.make_head().map_err(de::Error::custom)?;
                    fields.next_value_seed(ClaimsSeed(reading))?;
                }
                // Claims before their head are kept as they are and read at the end.
                "claims" => early = Some(fields.next_value()?),
                _ => return Err(de::Error::unknown_field(&name, &[])),
            }
            reading.seen.push(name);
        }
        let Some(early) = early else { return Ok(()) };
        reading.make_head().map_err(de::Error::custom)?;
        let mut parser = serde_json::Deserializer::from_str(early.get());
        ClaimsSeed(reading).deserialize(Strict(&mut parser)).map_err(de::Error::custom)
    }
}

fn format<E: de::Error>(format: u64) -> Result<u64, E> {
    if format == FORMAT { Ok(format) } else { Err(E::custom("not this format")) }
}

fn snapshot<E: de::Error>(snapshot: Snapshot) -> Result<Snapshot, E> {
    if is_inside(&snapshot.file) {
        Ok(snapshot)
    } else {
        Err(E::custom("the snapshot leaves the folder"))
    }
}

struct ClaimsSeed<'r, 't>(&'r mut Reading<'t>);

impl<'de> DeserializeSeed<'de> for ClaimsSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for ClaimsSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of claims")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut claims: A) -> Result<(), A::Error> {
        while let Some(claim) = claims.next_element()? {
            self.0.take_claim(claim).map_err(de::Error::custom)?;
        }
        Ok(())
    }
}
