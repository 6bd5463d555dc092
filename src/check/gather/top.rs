//! The best few, whoever comes first.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The best few by rank; shared by all threads.
#[derive(Debug)]
pub(super) struct Top<T> {
    most: usize,
    /// A rank below this is not among the best any more.
    least: AtomicU64,
    kept: Mutex<Vec<(u64, Arc<T>)>>,
}

impl<T> Top<T> {
    pub fn new(most: usize) -> Self {
        Self { most, least: AtomicU64::new(0), kept: Mutex::new(Vec::new()) }
    }

    /// Whether something of this rank may be among the best; asked before it is copied.
    pub fn takes(&self, rank: u64) -> bool {
        rank >= self.least.load(Ordering::Relaxed)
    }

    pub fn put(&self, rank: u64, found: &Arc<T>) {
        let mut kept = lock(&self.kept);
        let at = kept.partition_point(|(other, _)| *other >= rank);
        kept.insert(at, (rank, found.clone()));
        kept.truncate(self.most);
        if kept.len() == self.most {
            self.least.store(kept[self.most - 1].0, Ordering::Relaxed);
        }
    }

    pub fn all(&self) -> Vec<Arc<T>> {
        lock(&self.kept).iter().map(|(_, found)| found.clone()).collect()
    }
}

/// A rank: the score, and for equal scores a number that is the same in every run (FNV-1a, folded to 32 bits).
pub(super) fn rank(score: u32, key: &[&str]) -> u64 {
    u64::from(score) << 32 | tie_break(key)
}

fn tie_break(parts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in parts.iter().flat_map(|part| part.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    (hash >> 32) ^ (hash & 0xffff_ffff)
}

/// A thread that panicked ends the program; what it held is whole all the same.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Top, rank};

    #[test]
    fn the_best_are_kept_whatever_the_order() {
        let ranks: Vec<u64> = (0..20).map(|n| rank(n % 7, &[&n.to_string()])).collect();
        let kept = |ranks: &[u64]| {
            let top = Top::new(5);
            for rank in ranks.iter().filter(|rank| top.takes(**rank)) {
                top.put(*rank, &Arc::new(*rank));
            }
            top.all()
        };
        let mut backwards = ranks.clone();
        backwards.reverse();
        assert_eq!(kept(&ranks), kept(&backwards));
        assert!(kept(&ranks).iter().all(|rank| **rank >> 32 >= 5));
    }
}
