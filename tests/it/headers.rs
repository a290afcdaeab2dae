//! Rules on headers for servers: the policy of the theme in the words of each server.

use crate::fixture::{check_diagnostics, hub};

const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'";

fn rules(file: &str) -> String {
    hub("//- content/pages/a.nl.md\n---\ntitle: A\n---\n")
        .edit("themes/mini/theme.yaml", "css:", &format!("csp: \"{POLICY}\"\ncss:"))
        .set("headers", "[netlify, nginx, caddy, apache]")
        .output(file)
}

#[test]
fn netlify_and_cloudflare_get_a_file_at_the_root() {
    let expected = format!(
        "# Made by samen. Netlify and Cloudflare Pages read this file and do not serve it.
/*
  Content-Security-Policy: {POLICY}; frame-ancestors 'none'
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
/assets/*
  Cache-Control: public, max-age=31536000, immutable
"
    );
    assert_eq!(rules("_headers"), expected);
}

#[test]
fn every_server_is_told_the_same_policy() {
    let csp = format!("{POLICY}; frame-ancestors 'none'");
    let forever = "public, max-age=31536000, immutable";
    let nginx = rules("server/nginx.conf");
    assert_eq!(nginx.matches(&format!("add_header Content-Security-Policy \"{csp}\" always;\n")).count(), 2);
    assert!(nginx.contains(&format!("    add_header Cache-Control \"{forever}\";\n}}\n")), "{nginx}");
    assert!(nginx.contains("location ~ \"^/(assets/|files/.*\\.(jpg|png|webp)$)\" {\n"), "{nginx}");
    assert!(nginx.contains("location ^~ /server/ {\n    return 404;\n}\n"), "nobody sees the rules: {nginx}");
    let caddy = rules("server/Caddyfile");
    assert!(caddy.contains(&format!("\tContent-Security-Policy \"{csp}\"\n")), "{caddy}");
    assert!(caddy.contains("\t?Cache-Control \"no-cache\"\n}\n"), "{caddy}");
    assert!(caddy.contains(&format!("header @samen_forever Cache-Control \"{forever}\"\n")), "{caddy}");
    assert!(
        caddy.contains("@samen_forever {\n\tfile\n\tpath_regexp ^/(assets/"),
        "what is not there is not kept: {caddy}"
    );
    let apache = rules(".htaccess");
    assert!(apache.contains(&format!("Header always set Content-Security-Policy \"{csp}\"\n")), "{apache}");
    assert!(apache.contains("<If \"%{REQUEST_URI} =~ m#^/(assets/|"), "{apache}");
    for rules in [rules("_headers"), nginx, caddy, apache] {
        assert!(rules.contains("no-referrer") && rules.contains("nosniff"), "{rules}");
        assert!(!rules.contains("Strict-Transport-Security"), "only where it is asked for: {rules}");
    }
}

#[test]
fn the_path_of_the_site_stands_in_front() {
    let hub =
        hub("").set("base_url", "https://hub.example/a.b/").set("headers", "[nginx, netlify]").set("hsts", "true");
    let nginx = hub.output("server/nginx.conf");
    assert!(nginx.contains("location ~ \"^/a\\.b/(assets/|") && nginx.contains("^~ /a.b/server/"), "{nginx}");
    assert_eq!(nginx.matches("add_header Strict-Transport-Security \"max-age=63072000\" always;").count(), 2);
    let netlify = hub.output("_headers");
    assert!(netlify.contains("\n/a.b/*\n") && netlify.contains("\n/a.b/assets/*\n"), "{netlify}");
    assert!(!hub.names().contains(&".htaccess".to_owned()));
}

#[test]
fn rules_are_made_for_servers_that_are_known() {
    let config = "//- samen.yaml
name: A
base_url: https://hub.example/
languages: [nl, en]
theme: mini
headers: [nginxx]
          ^^^^^^ //~ error[config-invalid]: there are no rules for a server `nginxx`
";
    check_diagnostics(config);
    assert!(hub("").names().iter().all(|name| name != "_headers" && !name.starts_with("server/")));
}

#[test]
fn a_policy_is_declared_once_and_protects() {
    let page = "themes/mini/templates/base.html";
    let meta = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'";
    let site = hub("").edit(page, meta, "{{ site.csp }}");
    let page_of = site.page("nl/index.html").replace("&#x27;", "'").replace("&#39;", "'");
    assert!(page_of.contains("content=\"default-src 'none'; script-src 'self'; "), "a strict one: {page_of}");
    assert_eq!(site.codes(), Vec::<&str>::new());
    for worthless in ["script-src 'unsafe-inline'", "default-src \\\"x\\\"", "img-src 'self' $x"] {
        let hub = hub("").edit("themes/mini/theme.yaml", "css:", &format!("csp: \"{worthless}\"\ncss:"));
        assert_eq!(hub.codes(), ["config-invalid"], "{worthless}");
    }
    let loose = hub("").edit(page, "style-src 'self'", "style-src 'self' 'unsafe-inline'");
    let found = loose.check();
    assert!(loose.codes().iter().all(|code| *code == "audit-inline") && !found.items().is_empty());
    assert!(
        found.items()[0].message.to_string().contains("allows scripts or styles of anybody"),
        "{:?}",
        found.items()
    );
}

#[test]
fn the_hub_says_the_same_in_its_pages_and_its_headers() {
    let (loaded, sources) = crate::hub::loaded();
    let of = |file: &str| {
        let (route, planned) = loaded.rendering.plan.jobs.iter().find(|(route, _)| route.output() == file).unwrap();
        let content = loaded.rendering.render(route, &planned.job).unwrap();
        String::from_utf8(loaded.bytes(&sources, content).unwrap().to_vec()).unwrap()
    };
    let site = &loaded.rendering.site;
    let home = site.route_in(site.find("").unwrap(), &site.config.default_language).output();
    let page = of(&home).replace("&#x27;", "'").replace("&#39;", "'");
    let (_, rest) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").unwrap();
    let (csp, _) = rest.split_once('"').unwrap();
    assert!(csp.contains("default-src 'none'") && !csp.contains("unsafe"), "{csp}");
    for file in ["_headers", "server/nginx.conf", "server/Caddyfile", ".htaccess"] {
        assert!(of(file).contains(&format!("{csp}; frame-ancestors 'none'")), "{file}");
    }
}
