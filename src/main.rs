//! The program `claims`.

fn main() {}
