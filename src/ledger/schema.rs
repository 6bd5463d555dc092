//! The JSON Schema of a ledger file, which an editor completes from.

/// The schema (JSON Schema 2020-12), as `claims schema` prints it and `ledger.schema.json` holds it.
///
/// It describes the shape of a file: what loading refuses, it refuses too, but for what no schema
/// can see (a key or an id that stands twice, a day that no month has). What needs more than the
/// shape, such as a `direct` claim without a quote, is `validate`'s to say.
pub const SCHEMA: &str = include_str!("schema.json");
