//! The stages of samen, in reading order: a module uses only modules above it in this list.
//! What each one is and must not know stands at its top; ARCHITECTURE.md holds the map.

pub mod diagnostic;
pub mod lang;
pub mod source;
pub mod yaml;
pub mod settings;
pub mod config;
pub mod schema;
pub mod data;
pub mod document;
pub mod site;
pub mod plan;
pub mod theme;
pub mod feed;
pub mod render;
pub mod check;
pub mod output;
pub mod cache;
pub mod pipeline;
pub mod cli;
