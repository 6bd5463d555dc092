//! The small words between two words of a name: `Charles de Gaulle`, `Ursula von der Leyen`.

use super::mention::Phrases;

impl Phrases<'_, '_> {
    /// `de`, `von`, `bin`: between two words of a name.
    pub fn is_particle(self, at: usize) -> bool {
        const PARTICLES: &[&str] = &[
            "de", "da", "do", "dos", "das", "di", "del", "della", "dello", "dei", "von", "van",
            "der", "den", "vom", "zu", "la", "le", "du", "des", "bin", "ibn", "al", "el", "ten",
            "ter", "y", "san", "af",
        ];
        self.get(at).is_some_and(|token| PARTICLES.contains(&token.text))
    }

    /// The word of a name before the one or two particles that end with this token.
    pub fn before_particles(self, last: usize) -> Option<usize> {
        let is_word = |at: usize| self.is_name_word(at) && !self.tokens[at].possessive;
        let before = last.checked_sub(1).filter(|_| self.is_particle(last))?;
        if is_word(before) {
            return Some(before);
        }
        before.checked_sub(1).filter(|at| self.is_particle(before) && is_word(*at))
    }

    /// The word of a name behind the one or two particles that begin with this token: `von der Leyen`.
    pub fn after_particles(self, first: usize) -> Option<usize> {
        let next = self.is_particle(first).then_some(first + 1)?;
        if self.is_name_word(next) {
            return Some(next);
        }
        Some(next + 1).filter(|at| self.is_particle(next) && self.is_name_word(*at))
    }
}
