//! All integration tests, in one binary: a file for each part of what samen does, each test named for a behaviour.
//! `fixture` explains how sites and the messages that they cause are written down.
#![allow(
    clippy::unused_self,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]
#![allow(unreachable_pub, missing_docs, reason = "nobody but the tests themselves uses these items")]

mod addresses;
#[cfg_attr(not(feature = "convert"), allow(dead_code, reason = "the tests of what reads them are left out"))]
mod archives;
mod area;
mod as_typed;
mod attachments;
mod bad_input;
mod base_types;
mod bidi;
mod bombs;
mod borrowed;
mod build;
mod calendar;
mod capture;
#[cfg(feature = "pdf")]
mod cards;
mod carried;
mod characters;
mod concurrent;
#[cfg(feature = "convert")]
mod convert;
#[cfg(feature = "convert")]
mod convert_hostile;
#[cfg(feature = "convert")]
mod convert_words;
mod deadlines;
mod disk;
mod duties;
mod editor;
mod entries;
mod event_status;
mod exit;
mod feeds;
mod fill_in;
mod fixes;
mod fixture;
mod follow_up;
mod foot;
mod formats;
mod fuzz;
mod glossary;
mod glyphs;
#[cfg(all(feature = "images", feature = "pdf", feature = "convert"))]
mod guide_messages;
mod headers;
#[cfg(feature = "images")]
mod hiding;
#[cfg(feature = "images")]
mod hiding_guide;
mod hold_back;
mod hub;
#[cfg(feature = "images")]
mod images;
mod import;
// One site with all that samen can do.
#[cfg(all(feature = "images", feature = "pdf"))]
mod incremental;
mod init;
mod init_languages;
mod interface_packets;
mod language_choice;
mod language_commands;
mod languages;
mod leaks;
#[cfg(target_os = "linux")]
mod limits;
#[cfg(unix)]
mod links;
mod lsp;
mod mark;
mod markdown;
mod memory;
mod messages;
mod mini;
#[cfg(all(feature = "images", feature = "minify", feature = "pdf"))]
mod mistakes;
mod never_panics;
#[cfg(feature = "convert")]
mod new_entries;
#[cfg(all(feature = "images", feature = "minify", feature = "pdf"))]
mod non_interference;
mod offline;
mod outcome_commands;
mod outcome_ids;
mod outcome_kinds;
mod outcome_roles;
mod outcomes;
mod output;
mod packets;
mod parties;
#[cfg(feature = "pdf")]
mod pdf_texts;
#[cfg(feature = "pdf")]
mod print_fonts;
#[cfg(feature = "pdf")]
mod prints;
mod privacy;
#[cfg(all(feature = "images", feature = "pdf"))]
mod recipes;
mod register;
mod register_feeds;
mod register_order;
#[cfg(feature = "pdf")]
mod register_prints;
mod related;
mod relations;
mod relocate;
mod removal_doubts;
mod removals;
mod search;
mod security_txt;
mod serve;
mod serve_fixes;
#[cfg(feature = "pdf")]
mod serve_prints;
mod serve_storms;
mod server;
mod sheets;
mod slips;
mod special_pages;
mod strings;
mod structured_data;
mod theme_copies;
mod tidy;
mod tiny;
mod translate;
mod types;
mod unused;
mod upgrade;
mod written;
mod xml;
