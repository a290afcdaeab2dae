//! The stages of samen, in reading order: a module uses only modules above it in this list.
//! What each one is and must not know stands at its top; ARCHITECTURE.md holds the map.

pub mod cache;
pub mod check;
pub mod cli;
pub mod config;
pub mod convert;
pub mod data;
pub mod declaration;
pub mod diagnostic;
pub mod document;
pub mod feed;
pub mod file_kind;
pub mod headers;
pub mod history;
pub mod image;
pub mod lang;
pub mod minify;
pub mod output;
pub mod pdf;
pub mod pipeline;
pub mod plan;
pub mod print;
pub mod render;
pub mod schema;
pub mod search;
pub mod serve;
pub mod settings;
pub mod site;
pub mod source;
pub mod stack;
pub mod structured_data;
pub mod theme;
pub mod translate;
pub mod xliff;
pub mod xml;
pub mod yaml;
