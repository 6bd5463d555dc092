//! Floor 0: work shared out to the cores; what comes of it is in the order of what was given.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::thread::{self, ScopedJoinHandle};

/// Fewer items than these are not worth a thread of their own.
const WORTH: usize = 16;

/// What `work` makes of each item, in the order of the items.
///
/// # Panics
/// When `work` does, as it would on one thread: no result is ever missing.
pub fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let shares = shares(items, |share| share.iter().map(&work).collect::<Vec<R>>());
    shares.into_iter().flatten().collect()
}

/// What `work` makes of each share of the items, in their order: one share a core, or all in one where they are few.
///
/// # Panics
/// As [`each`].
pub fn shares<T: Sync, R: Send>(items: &[T], work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    let worth = items.len() / WORTH;
    // Few items need no look at how many cores there are.
    let cores = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
    if worth < 2 || cores() == 1 {
        return vec![work(items)];
    }
    let (first, rest) = items.split_at(items.len().div_ceil(cores().min(worth)));
    thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> =
            rest.chunks(first.len()).map(|share| scope.spawn(move || work(share))).collect();
        // The first share is this thread's own.
        let mut done = vec![work(first)];
        done.extend(threads.into_iter().map(joined));
        done
    })
}

fn joined<R>(thread: ScopedJoinHandle<'_, R>) -> R {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::{WORTH, each, shares};

    #[test]
    fn results_are_in_the_order_of_the_items() {
        for many in [0, 1, WORTH, 2 * WORTH, 2 * WORTH + 1, 40 * WORTH + 7] {
            let items: Vec<usize> = (0..many).collect();
            assert_eq!(each(&items, |item| *item), items, "{many} items");
            let all = shares(&items, <[usize]>::to_vec).concat();
            assert_eq!(all, items, "{many} items in shares");
        }
    }

    #[test]
    fn a_bug_in_a_share_loses_no_result_in_silence() {
        let items: Vec<usize> = (0..4 * WORTH).collect();
        for broken in [0, items.len() - 1] {
            let work = |item: &usize| assert_ne!(*item, broken, "a bug");
            assert!(catch_unwind(|| each(&items, work)).is_err(), "item {broken}");
        }
    }
}
