//! The smallest site: settings, a page type, home pages, and a theme that says what tests ask for.

/// In the form of `fixture`.
pub const SITE: &str = r##"
//- samen.yaml
name: {nl: Proef, en: Trial}
base_url: https://hub.example/
languages:
  - {tag: nl, name: Nederlands}
  - {tag: en, name: English, fallback: [nl]}
default_language: nl
theme: mini
//- data/types/page.yaml
folder: pages
path: ""
label: Page
plural: Pages
//- content/_index.nl.md
---
title: Welkom
---
//- content/_index.en.md
---
title: Welcome
---
//- themes/mini/theme.yaml
name: mini
css: [mini.css]
//- themes/mini/assets/mini.css
body { margin: 0 }
//- themes/mini/strings/nl.ftl
footnotes = Noten
footnote-back = Terug naar de tekst
table-region = Tabel
task-done = gedaan
task-open = open
not-found = Niet gevonden
coverage = Vertalingen
coverage-lead = Hoe ver elke taal is
example-title = { $title } (voorbeeld)
//- themes/mini/strings/en.ftl
footnotes = Notes
footnote-back = Back to the text
table-region = Table
task-done = done
task-open = open
not-found = Not found
coverage = Translations
coverage-lead = How far each language is
example-title = { $title } (example)
//- themes/mini/templates/base.html
<!doctype html>
<html lang="{{ lang.tag }}" dir="{{ lang.dir }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'">
<meta name="referrer" content="no-referrer">
<title>{{ page.title }} – {{ site.name }}</title>
{% if page.description %}<meta name="description" content="{{ page.description }}">
{% endif -%}
{% if page.noindex %}<meta name="robots" content="noindex">
{% endif -%}
<link rel="canonical" href="{{ page.canonical }}">
{% for alternate in page.alternates -%}
<link rel="alternate" hreflang="{{ alternate.hreflang }}" href="{{ alternate.href }}">
{% endfor -%}
{% for feed in page.feeds -%}
<link rel="alternate" type="{{ feed.media_type }}" title="{{ feed.title }}" href="{{ feed.href }}">
{% endfor -%}
{% for href in css -%}
<link rel="stylesheet" href="{{ href }}">
{% endfor -%}
</head>
<body>
<nav>
<ul>
{% for language in page.translations -%}
<li>language: <a href="{{ language.url }}" hreflang="{{ language.tag }}" lang="{{ language.tag }}" dir="{{ language.dir }}">{{ language.name }}</a> {{ language.state }}</li>
{% endfor -%}
{% for item in page.breadcrumbs -%}
<li>crumb: {{ <to item={item} /> }}</li>
{% endfor -%}
</ul>
</nav>
<main id="page-main">
{% block main %}{% endblock main %}
</main>
</body>
</html>
//- themes/mini/templates/translations.html
{% extends "base.html" %}
{% block main %}<h1>{{ page.title }}</h1>
<ul>
{% for language in page.languages -%}
<li>share: {{ language.tag }} {{ language.percent }} {{ language.outdated }} {{ language.missing }}</li>
{% endfor -%}
{% for kind in page.kinds -%}
<li>kind: {{ kind.label or "sections" }} {{ kind.source }} {{ kind.draft }} {{ kind.machine }} {{ kind.missing }}</li>
{% endfor -%}
</ul>{% endblock main %}
//- themes/mini/templates/register.html
{% extends "base.html" %}
{% block main -%}
<h1>{{ page.title }}</h1>
<ul>
{% for group in page.groups %}{% for value in group.values -%}
<li>part: {{ group.name }} {{ value.id }} {{ value.count }} <a href="{{ value.url }}">{{ value.title }}</a></li>
{% endfor %}{% endfor -%}
{% if page.overdue %}<li>overdue: {{ page.overdue.count }} <a href="{{ page.overdue.url }}">{{ page.overdue.title }}</a></li>
{% endif -%}
{% for item in page.items -%}
<li>row: <a href="{{ item.url }}"{% if item.lang != lang.tag %} hreflang="{{ item.lang }}"{% endif %}>{{ item.entry.id }}#{{ item.id }}</a> {{ item.state or "-" }}{% if item.overdue %} overdue{% endif %}{% for chain in item.chains %} {{ chain.name }}={% for step in chain.items %}{{ step.entry.id }}#{{ step.id }}{% endfor %}{% endfor %}</li>
{% endfor -%}
{% for file in page.data -%}
<li>data: <a href="{{ file.url }}">{{ file.name }}</a></li>
{% endfor -%}
{% if page.pager %}<li>pager: {{ page.pager.page }}/{{ page.pager.pages }} of {{ page.pager.total }}</li>
{% endif -%}
</ul>
{% endblock main %}
//- themes/mini/templates/parts.html
{% component to(item: map, @lang) -%}
<a href="{{ item.url }}"{% if item.lang != lang.tag %} hreflang="{{ item.lang }}" lang="{{ item.lang }}" dir="{{ item.dir }}"{% endif %}>{{ item.title }}</a>
{%- endcomponent to %}
{% component callout(kind: string = "note", title: string = "") -%}
<div class="callout callout-{{ kind }}" role="note">
{% if title %}<p><strong>{{ title }}</strong></p>
{% endif -%}
{{ body }}
</div>
{%- endcomponent callout %}
{% component details(title: string) -%}
<details><summary>{{ title }}</summary>
{{ body }}
</details>
{%- endcomponent details %}
{% component times(count: integer, loud: bool = false) -%}
<p>{{ count }} times{% if loud %}!{% endif %}</p>
{{ body }}
{%- endcomponent times %}
{% component value(value, kind: string, of: string = "text", @lang) -%}
{%- if kind in ["term", "place", "ref"] -%}
{%- if value?.url %}{{ <to item={value} /> }}{% elif value %}{{ value.title }}{% endif -%}
{%- elif kind in ["choice", "licence"] -%}
{{ value.id }}={{ value.label }}
{%- elif kind == "language" -%}
{{ value.tag }}={{ value.name }}
{%- elif kind in ["file", "image"] -%}
<a href="{{ value.url }}">{{ value.name }}</a> {{ value.bytes }}
{%- elif kind == "money" -%}
{{ value.amount }}={{ value.text }}
{%- elif kind == "group" -%}
{% for name, part in value %}{{ name }}={{ part }};{% endfor %}
{%- elif kind in ["list", "refs"] -%}
{% for item in value %}{{ <value value={item} kind={"ref" if kind == "refs" else of} /> }}{% if not loop.last %}, {% endif %}{% endfor %}
{%- else -%}
{{ value }}
{%- endif -%}
{%- endcomponent value %}
{% component outcomes(items: array, @lang) -%}
{% for item in items -%}
<li>outcome: {{ item.kind }} {{ item.id }} {{ item.state or "-" }} {{ item.lang }} “{{ item.text }}”{% for name, field in item.attributes %} {{ name }}={{ <value value={field.value} kind={field.kind} of={field?.of or "text"} /> }}{% endfor %}</li>
{% endfor -%}
{%- endcomponent outcomes %}
{% component items(items: array, pager: map = {}, @lang) -%}
<ul>
{% for item in items -%}
<li>item: {{ <to item={item} /> }}</li>
{% endfor -%}
{% if pager -%}
<li>pager: {{ pager.page }}/{{ pager.pages }} of {{ pager.total }}</li>
{% for number in pager.urls -%}
<li>at: <a href="{{ number.url }}">{{ number.number }}</a></li>
{% endfor -%}
{% endif -%}
</ul>
{%- endcomponent items %}
//- themes/mini/templates/page.html
{% extends "base.html" %}
{% block main -%}
{% set other = page.content_lang != lang.tag -%}
<h1{% if other %} lang="{{ page.content_lang }}" dir="{{ page.content_dir }}"{% endif %}>{{ page.title }}</h1>
{% if other %}<div lang="{{ page.content_lang }}" dir="{{ page.content_dir }}">{% endif -%}
<article>
{{ page.body }}
</article>
{% if other %}</div>{% endif %}
<ul>
{% for item in page.follow_up -%}
<li>follow-up: <a href="{{ item.url }}">{{ item.entry.id }}#{{ item.id }}</a> {{ item.state or "-" }}{% if item.overdue %} overdue{% endif %}</li>
{% endfor -%}
<li>type: {{ page.type }} {{ page.type_label }}</li>
<li>words: {{ page.words }}</li>
<li>summary: {{ page.summary }}</li>
<li>state: {{ page.translation.state }}</li>
{% if page.event %}<li>event: {{ page.event.status }} {{ page.event.label }}</li>
{% endif -%}
{% if page.is_fallback %}<li>borrowed: <a href="{{ page.source_url }}" hreflang="{{ page.content_lang }}">{{ page.content_lang }}</a></li>
{% endif -%}
{% for flag in ["draft", "illustrative", "sensitive", "withheld"] -%}
{% if page[flag] %}<li>flag: {{ flag }}</li>
{% endif -%}
{% endfor -%}
{% if page.calendar %}<li>calendar: {{ page.calendar.title }} {{ page.calendar.href }} {{ page.calendar.media_type }}</li>
{% endif -%}
{% for item in page.toc -%}
<li>toc: <a href="#{{ item.id }}">{{ item.title }}</a>{% for child in item.children %} / <a href="#{{ child.id }}">{{ child.title }}</a>{% endfor %}</li>
{% endfor -%}
{% for name, field in page.fields -%}
<li>{{ name }}: {{ <value value={field.value} kind={field.kind} of={field?.of or "text"} /> }}</li>
{% endfor -%}
{{ <outcomes items={[...page.outcomes.decisions, ...page.outcomes.actions, ...page.outcomes.recommendations, ...page.outcomes.questions]} /> }}
{% for relation in page.relations -%}
{% for item in relation.items -%}
<li>{{ relation.label }}: {{ <to item={item} /> }}</li>
{% endfor -%}
{% endfor -%}
{% for item in page.backlinks -%}
<li>backlink: {{ <to item={item} /> }}</li>
{% endfor -%}
{% for item in page.related -%}
<li>related: {{ <to item={item} /> }}</li>
{% endfor -%}
{% if page.previous %}<li>previous: {{ <to item={page.previous} /> }}</li>
{% endif -%}
{% if page.next %}<li>next: {{ <to item={page.next} /> }}</li>
{% endif -%}
{% for file in page.assets -%}
<li>asset: <a href="{{ file.url }}">{{ file.name }}</a> {{ file.bytes }}</li>
{% endfor -%}
</ul>
{% endblock main %}
//- themes/mini/templates/section.html
{% extends "base.html" %}
{% block main -%}
<h1>{{ page.title }}</h1>
<article>
{{ page.body }}
</article>
{{ <items items={page.items} pager={page.pager or {} } /> }}
<ul>
{% for item in page.children -%}
<li>child: {{ <to item={item} /> }}</li>
{% endfor -%}
</ul>
{% endblock main %}
//- themes/mini/templates/home.html
{% extends "section.html" %}
//- themes/mini/templates/taxonomy.html
{% extends "base.html" %}
{% block main -%}
<h1>{{ page.title }}</h1>
<ul>
{% for term in page.terms -%}
<li>term: {{ <to item={term} /> }} {{ term.count }}</li>
{% endfor -%}
</ul>
{% endblock main %}
//- themes/mini/templates/term.html
{% extends "base.html" %}
{% block main -%}
<h1>{{ page.title }}</h1>
<ul>
{% if page.term.broader %}<li>broader: {{ <to item={page.term.broader} /> }}</li>
{% endif -%}
{% for term in page.term.narrower -%}
<li>narrower: {{ <to item={term} /> }}</li>
{% endfor -%}
</ul>
{{ <items items={page.items} pager={page.pager or {} } /> }}
{% endblock main %}
//- themes/mini/templates/404.html
{% extends "base.html" %}
{% block main -%}
<h1>{{ page.title }}</h1>
{% endblock main %}
//- themes/mini/templates/404_root.html
{% extends "base.html" %}
{% block main -%}
<h1>{{ page.title }}</h1>
<ul>
{% for language in page.languages -%}
<li>missing: <a href="{{ language.url }}" hreflang="{{ language.tag }}" lang="{{ language.tag }}" dir="{{ language.dir }}">{{ language.not_found }}</a></li>
{% endfor -%}
</ul>
{% endblock main %}
//- themes/mini/templates/chooser.html
{% extends "base.html" %}
{% block main -%}
<h1>{{ page.title }}</h1>
<ul>
{% for language in page.languages -%}
<li>choice: <a href="{{ language.url }}" hreflang="{{ language.tag }}" lang="{{ language.tag }}" dir="{{ language.dir }}">{{ language.home_title }}</a></li>
{% endfor -%}
</ul>
{% endblock main %}
//- themes/mini/templates/redirect.html
<!doctype html>
<html lang="{{ lang.tag }}" dir="{{ lang.dir }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; form-action 'none'; base-uri 'none'">
<meta http-equiv="refresh" content="0; url={{ page.target }}">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{{ page.title }}</title>
<link rel="canonical" href="{{ page.target_permalink }}">
</head>
<body>
<main>
<h1>{{ page.title }}</h1>
<p><a href="{{ page.target }}">{{ page.title }}</a></p>
</main>
</body>
</html>
"##;
