//! How a property is tried.

use proptest::test_runner::{Config, RngSeed};

/// Tries a property with `cases` texts, the same at every run, so that what nobody touched does not
/// fail. `PROPTEST_RNG_SEED` gives others and `PROPTEST_CASES` more: what they find becomes a named
/// case.
pub fn with(cases: u32) -> Config {
    let given = Config::default();
    let is_set = |variable| std::env::var_os(variable).is_some();
    Config {
        cases: if is_set("PROPTEST_CASES") { given.cases } else { cases },
        rng_seed: match given.rng_seed {
            RngSeed::Random => RngSeed::Fixed(1),
            fixed @ RngSeed::Fixed(_) => fixed,
        },
        failure_persistence: None,
        max_shrink_iters: 4096,
        ..given
    }
}
