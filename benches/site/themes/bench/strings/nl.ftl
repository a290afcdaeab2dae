# What the engine itself asks for; the templates have no words of their own to translate, like those for Hugo.
footnotes = Noten
footnote-back = Terug naar de tekst
table-region = Tabel
task-done = Klaar
task-open = Open
not-found = Pagina niet gevonden
example-title = { $title } (voorbeeld)
