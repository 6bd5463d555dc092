//! Every rule's documentation, run.
