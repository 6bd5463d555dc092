//! One finding a line, as compilers print them and editors read them.

use std::io::{self, Write};

use crate::report::Located;
use crate::safe;

/// `path:line:col: severity[rule]: message`; line and column are left out where there are none.
pub(super) fn draw(out: &mut impl Write, located: &Located<'_>) -> io::Result<()> {
    let finding = located.finding;
    writeln!(
        out,
        "{}: {}[{}]: {}",
        safe::terminal(&located.location()),
        finding.rule.severity,
        finding.rule.name,
        safe::terminal(&finding.message)
    )
}
