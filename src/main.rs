//! The program `claims`.

fn main() -> std::process::ExitCode {
    news_claims::cli::main()
}
