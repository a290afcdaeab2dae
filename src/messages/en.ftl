# What samen says to editors, in English: the source of all languages. The name of a message never changes its meaning; a
# message with other arguments gets another name. Lower case, no full stop, names in backticks, words of level B1.

## Any message

error = error
warning = warning
help = help
did-you-mean = did you mean `{ $name }`?
about = { $name }: { $said }
both = { $first }; { $second }
did-you-mean-of = did you mean `{ $name }`? { $all }
there-are = there are { $names }
more-of-this-kind = and { $count } more of this kind in this file
known-here = known here: { $names }
more-in-file = … { $count } more in { $file }
more-in-run = … { $count } more in this run
messages-shown = … { $shown } of { $all } messages shown; `--format json` gives all
fill-in = to be filled in: { $words }
fill-in-unknown = to be filled in: what only you know
fill-in-help = put your own words in the place of the whole mark `[[…]]`, or take out the sentence that it stands in

## YAML, settings and files

extends-site-type = `extends` names a base type of the theme, not a type of the site


## Fields, values and entries

write-it = write `{ $text }`
did-you-mean-one-of = did you mean { $names }?
known-with-labels = known here: { $names }
known-for-example = for example { $names }; there are { $count }
value-read-as = `{ $written }` is read as `{ $meant }`
value-of-other-kind = `{ $name }` must be { $what }, found { $found }
true-or-false = `true` or `false`
a-text = text
a-whole-number = a whole number
keys-and-values = keys and values
found-nothing = nothing
found-true-or-false = true or false
found-number = a number
found-text = text
found-list = a list
found-map = a map of keys and values
text-expected = `{ $name }` must be text, found true or false
put-in-quotes = put it in quotes
value-empty = `{ $name }` is empty
value-empty-help = write a value, or remove the line
file-outside = `{ $path }` leads out of the folder of this entry
file-outside-help = name a file that lies beside the text
number-out-of-range = { $number } is out of range
number-out-of-range-help = it must be { $range }
items-out-of-range = `{ $name }` has { $count ->
    [one] { $count } item
   *[other] { $count } items
 }
items-out-of-range-help = the number of items must be { $range }
range-from-to = from { $min } to { $max }
range-from = at least { $min }
range-to = at most { $max }
range-any = any
money-invalid = `{ $text }` is not an amount with its currency
money-form = write it as `EUR 1250.50`, with a point and no more digits behind it than the currency has
money-incomplete = `{ $name }` needs an amount and a currency
currency-unknown = `{ $code }` is not a currency of ISO 4217
amount-invalid = `{ $amount }` is not an amount in { $code }
part-unknown = there is no `{ $name }` in `{ $of }`
part-missing = `{ $name }` is missing in `{ $of }`
part-missing-help = add a line `{ $name }: …`
language-tag-invalid = `{ $text }` is not a language tag
language-tag-form = use a BCP 47 tag: `pt`, `fa-AF`, `zh-Hant`
phone-invalid = `{ $text }` is not a telephone number
phone-form = use digits, spaces, `-` and a leading `+`: `0800-0188`
url-invalid = `{ $text }` is not a web address
url-form = start it with `https://`
email-invalid = `{ $text }` is not an e-mail address
email-form = write it as `info@club.example`
choice-unknown = `{ $text }` is not a value of `{ $name }`
date-unreadable = `{ $text }` is not a date
date-form = write year-month-day: `2023-01-24`
date-ambiguous = `{ $text }` is two days: some read the day first, some the month
date-ambiguous-help = write `{ $one }` or `{ $other }`
date-far = `{ $text }` has the year { $year }, which is far away or one of another calendar
date-far-help = write the day of the Gregorian calendar, such as `2027-02-01`
date-unreal = there is no day `{ $text }`: { $why }
date-without-year = `{ $text }` has no year, and no date of a meeting says which
date-too-long = `{ $text }` is longer than a day
date-short-year = the year of `{ $text }` has two digits, and nobody can tell the century
date-with-time = `{ $text }` has a time, and `{ $name }` is a day alone
deadline-unreadable = `{ $text }` is not a date that can be read here
deadline-forms = write a day `2027-02-01`, a month `2027-02`, a quarter `2027-Q1`, a year `2027`, `next-meeting` or `ongoing`
month-unreal = a year has 12 months, and not { $number }
day-zero = days start at 1
month-has-days = { $month } { $year } has { $days } days
month-has-days-at-most = { $month } has at most { $days } days
month-of-year = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 }
moment-unreadable = `{ $text }` is not a date and time
moment-form = write it as `2023-01-24T10:00`
moment-without-time = `{ $text }` has no time
moment-without-time-help = write the time behind the day, such as `{ $day }T14:00`
time-unreal = there is no time `{ $time }`
time-unreal-help = hours go from 00 to 23, and minutes from 00 to 59: `14:00`
field-missing = `{ $name }` is missing; the type `{ $type-name }` needs it


## Texts, outcomes and links


## The rest of the stages


## Commands and the preview

no-site-here = there is no `{ $config }` in `{ $folder }` or above it
no-site-here-help = go to the folder of a site, or name it with `--root`
language-variable-unknown = `SAMEN_LANG` is `{ $wished }`, and there are no messages in that language; there are: { $known }
editors-unknown = there are no messages in the language `{ $tag }`


## Fixes

fix-write = write `{ $text }`
fix-delete = take out `{ $text }`
file-carried = `{ $file }` is a file of the theme that the program carries
file-carried-help = take it out first: `samen theme copy { $file }`
file-behind-link = `{ $file }` is a link, or lies in a folder that is one
file-behind-link-help = change the file that the link leads to, by its own name
file-read-only = `{ $file }` is read-only
file-read-only-help = allow changes of the file first
fix-hidden = take out { $code }
fix-hidden-all = take out { $count } more of this kind
fix-letter = write `{ $text }` for { $code }
fix-left-outside = the place is not in a text of the site
fix-left-overlap = another fix changes the same place: make one of them by hand
fix-left-breaks = after it, this would be wrong: { $error }
fix-left-useless = it would not help
fix-left-untried = too many other fixes were tried; run the command again
code-unknown = there is no code `{ $code }`
fixes-none = nothing that was found has one right mend
fixes-ask = { $files ->
    [one] write this into { $files } file? [y/N]
   *[other] write this into { $files } files? [y/N]
}
yes-words = y yes
fixes-need-yes = nothing was written: add `--yes` to write this, or `--dry-run` to see it only
fixes-declined = nothing was written
fixes-made = mended: { $count }, in { $files ->
    [one] { $files } file
   *[other] { $files } files
}
fixes-would-be-made = would be mended: { $count }, in { $files ->
    [one] { $files } file
   *[other] { $files } files
}
fix-left = { $place }: not mended: { $message } ({ $reason })

## The language server


## Building and holding back


## What codes mean: what is wrong and how to mend it, for the guide

code-address-removed = an address that readers had leads nowhere now; told once, by the build that took it away
    .mend = write it into `aliases`, or give the page its old name back and use `samen move`; nothing, if the page is gone for good
code-alias-invalid = an alias does not start with `/`, or leads out of the site
    .mend = write it like `/en/old-address/`
code-also-hidden = a draft, or an entry whose text stays inside, hides more than its own document: its translations, or what lies in its folder
    .mend = nothing, if that is meant; else do what the help line says
code-asset-missing = `theme.yaml` or a style sheet names a file that is not in `assets/`
    .mend = correct the name, or add the file
code-audit-duplicate-alternates = pages that are named as translations of each other do not name each other, or do not exist
    .mend = give templates `page.alternates` as they are
code-audit-format = a published file is not what its name promises: JSON, XML, a table with equal rows, a calendar with short lines, PDF, ZIP, UTF-8; a warning for a file that is published as it is
    .mend = mend the text, data or template that it comes from; save a file of somebody else anew
code-audit-heading = a page has no first-level heading, or several; a skipped level is a warning
    .mend = start texts with `##`, and go down one level at a time
code-audit-hidden = a page, its data, a feed or a script holds a control character, or one that nobody sees and that turns or hides a text; a warning for a file that is published as it is
    .mend = take it out of the text, data or template
code-audit-ids = an id stands twice on a page, or one is named that is not there
    .mend = change the id in the template or text
code-audit-image = an image has no `alt`
    .mend = say in `alt` what it shows; `alt=""` if it only decorates
code-audit-inline = a page holds a script or a style, or facts for machines (`application/ld+json`) that are not JSON; its security policy allows `unsafe-inline`
    .mend = put it into a file of `assets/`; write `{"{{"} page.json_ld {"}}"}` and nothing else between the tags
code-audit-language = a page does not say its language and direction, or the wrong ones
    .mend = write `<html lang="{"{{"} lang.tag {"}}"}" dir="{"{{"} lang.dir {"}}"}">`
code-audit-leak = an output holds words of a draft, of a closed or expired entry, of withheld minutes or of a private field, which no public source has
    .mend = do not publish; find out which template shows it, or report a fault of samen
code-audit-leftover = a page shows marks of a template (`{"{{"}`), of a block (`:::`) or of an outcome (`{"{"}#a1{"}"}`, `[ ]`)
    .mend = fill in what was meant, or write it as code
code-audit-link = a link leads to nothing on the site, or lacks the `/` at its end
    .mend = correct the template or text
code-audit-metadata = a picture of `static/` or of a theme holds more than the picture
    .mend = save it without metadata: `exiftool -all= file`
code-audit-referrer = a link to another website tells it where the reader comes from
    .mend = add `rel="noreferrer"` in the template
code-audit-table = the head of a column or row does not say of which
    .mend = add `scope` in the template
code-audit-third-party = a page, style sheet or script makes browsers ask another server
    .mend = copy the file into `assets/`, or make it a plain link
code-audit-title = a page has no title
    .mend = fill the block `title` of the template
code-audit-tracking = a page or script keeps or tells something about readers, or opens new windows
    .mend = leave it out
code-bidi-hidden = a file or one of its values holds a character that nobody sees, also where it is written as an escape or entity: one that turns the order of the text, an isolate that is not closed on its line, a tag, a control character
    .mend = remove it; the message names it
code-body-heading = a `#` heading stands in the text; `samen check` then also finds two first-level headings on the page (`audit-heading`)
    .mend = write `##`
code-broken-anchor = the page has no heading or outcome of that id
    .mend = correct what stands behind `#`
code-broken-link = a link or picture leads to nothing
    .mend = correct it; start with `@/` to count from `content/`
code-character-unknown = a text holds the sign of a lost character (U+FFFD), or one for private use or of no known Unicode
    .mend = type what was meant
code-component-invalid = a `:::` block does not exist, is not closed, has a wrong argument, or stands in a list
    .mend = correct the line; see [Markdown](markdown.md#blocks)
code-config-invalid = a setting is missing or has a wrong value; also used where there is no site, or no type of that name on the command line
    .mend = correct it
code-consent-ended = the consent for an entry or a part of it has ended or was withdrawn; what it was given for is not published
    .mend = delete what it was given for, or write down a new consent
code-consent-ends-soon = a consent ends within 30 days; then what it was given for leaves the site
    .mend = ask for a new consent in time
code-convert-left-out = a document of a word processor has something that a page cannot have, or that nobody can take over for you
    .mend = look at the places that are named, and add by hand what belongs there
code-convert-refused = a document cannot be made into a page: it is damaged, locked, too large, of another form, or not finished
    .mend = do what the help line says, then run the command again; nothing was written
code-css-invalid = a style sheet cannot be read, or imports one that does not exist or is on another website
    .mend = correct it
code-css-physical = a style sheet names the left or right side, such as `margin-left`; from right to left it is the wrong one
    .mend = write what the help line says, such as `margin-inline-start`
code-duplicate-entry = two files are the same document, or an entry has two sources
    .mend = rename or remove one; or add `translation: {"{"}source: …{"}"}` to the one that is a translation
code-duplicate-key = a field stands twice
    .mend = remove one
code-duplicate-route = two things want the same address
    .mend = give one another `slug`, or remove the alias
code-empty-site = there is no content, or no home page
    .mend = write `content/_index.<language>.md`
code-event-status = an event was held on a day to come, or was cancelled and has outcomes
    .mend = correct the date or the field that says what became of it
code-exchange-invalid = a packet of translations (XLIFF) cannot be read, has texts that its source does not have, or does not fit what is here now
    .mend = do what the help line says; nothing was written
code-exchange-placeholder = a translation in a packet lacks a mark of its source, has one twice, or closes it in the wrong place
    .mend = copy the mark from the source
code-exit-target = the way out leads to a site that shows its readers what they did before, or asks them something first
    .mend = choose a page that everybody may be reading
code-expires-soon = an entry expires within 30 days; then it leaves the site
    .mend = nothing, or write a later day
code-field-invalid = the value does not fit: not a date, not a number, not one of the choices, too many items; a page that expires before it is published; something that ends before it starts; a field that the confidentiality forbids
    .mend = correct the value
code-field-missing = a field that is needed is absent
    .mend = add it
code-field-shared = a translation sets a fact that belongs to the source
    .mend = remove the line from the translation
code-file-changed = a file was changed, or another was put in its place, while the site was read
    .mend = run the command again when nobody changes the files
code-file-content = a file is empty, or its bytes are not what its name says: a page of a website that was saved as a PDF, a ZIP archive that is called a document, an archive without its end
    .mend = export or copy the file again; or correct its ending
code-file-kind = a file below `content/` is of a kind that is not published
    .mend = rename it to `<name>.<language>.md` if it is the text of a page; add its ending to [`attachments`](configuration.md#attachments); or move it out of `content/`
code-file-name = a file name holds a space or another character that breaks links, or is not UTF-8
    .mend = rename the file; the help line proposes a name
code-file-not-utf8 = a text file is not UTF-8
    .mend = save it again with the encoding UTF-8
code-file-pointer = a pointer of Git LFS or git-annex stands in the place of a file
    .mend = fetch the file: `git lfs pull`, or `git annex get .`
code-file-too-large = a file is larger than `max_mb` of its field allows
    .mend = make it smaller, or raise `max_mb`
code-file-unreadable = a file cannot be read; or a symbolic link leads out of the site, into `content/`, to a hidden place or in a circle
    .mend = check the permissions; copy the file into the site instead of linking to it
code-fill-in = a text or setting holds a mark `[[fill-in …]]` for something that only you know
    .mend = put your own words in the place of the whole mark, brackets included; or take the sentence out
code-flyer-font = the theme has no font for the script that a print is written in; told once for each script
    .mend = get the font that is named and put it into `fonts/` of the theme
code-flyer-glyph = no font of the theme has a character of the text
    .mend = write it in another way, or add a font to `fonts/` of the theme
code-flyer-layout = the theme lacks the layout that a type or entry names, or has no fonts
    .mend = correct the name, or write `flyers/<layout>.typ`
code-flyer-overflow = the text is longer than its place; the message says by how many millimetres, after the smallest type was tried
    .mend = shorten the text, or choose another layout
code-flyer-template = a layout has an error, or the PDF would not be accessible
    .mend = mend the layout at the line that is named
code-footnote-unknown = nothing refers to a footnote
    .mend = put its mark into the text, or remove it
code-format-unknown = `format` in `samen.yaml` names a format of sites that this program does not know
    .mend = install a newer version of samen, or correct the number
code-front-matter = the front matter is missing, not closed, or not fields
    .mend = start the file with `---`, `title: …`, `---`
code-glyph-missing = no font that the style sheets declare has a character of the pages, so that another font draws it, or nothing
    .mend = use another character, add a font, or name it in `system_glyphs` of `theme.yaml`
code-hidden-file = a file or folder whose name starts with a dot lies among the files of the site; it is not published
    .mend = rename it, delete it, or move it away; only `static/.well-known/` is published
code-history-missing = `samen status --diff`: there is no Git, or the site lies in no repository
    .mend = work in a clone of the repository
code-identifier-taken = two entries have the same value of a field with `unique: true`, such as a registration number
    .mend = correct one of them
code-image-alt = a picture has no words for people who do not see it, or has words and is marked as decorative; a translation lacks the words of a picture
    .mend = say in `[…]` or `alt` what it shows; see [Markdown](markdown.md#pictures)
code-image-invalid = a picture is broken, has more than 50 million pixels, has the wrong ending or is of a kind that is not published; a drawing runs or fetches something
    .mend = do what the message says, or save it anew as JPEG, PNG or SVG
code-image-location = a photo tells where it was taken; the folder in Git holds it even if the site does not
    .mend = take the place out: `exiftool -gps:all= -xmp:all= file`
code-import-refused = a site of another generator cannot be imported: it is not what was said, is empty, too large or this site itself, or an entry of the same name is there
    .mend = do what the help line says, then run the command again; nothing was written
code-internal-error = samen itself has failed on a site; `samen serve` still shows the last good one
    .mend = report it, with the files that you changed
code-language-without-data = the Unicode data know nothing of a language: its dates are written as 2024-05-14
    .mend = check the tag; if it is right, set `checks: {"{"}language-without-data: allow{"}"}`
code-link-hard-coded = a link spells out an address in one language
    .mend = write `@/…`, as the help line says
code-link-unsafe = a link has a scheme such as `javascript:`, hides that it leads to another website (`//…`, `https:…`, `…@…`), or a picture is on another website
    .mend = write `https://…`, `mailto:` or `tel:`; copy the picture
code-name-hidden = a title, label, heading, name or address holds a character that shows nothing, such as a zero-width space or a soft hyphen
    .mend = remove it; the help line shows the text without it
code-outcome-cell = a cell of a table of outcomes holds no value of its column; the outcome has none then
    .mend = write a value, or leave the cell empty
code-outcome-chain = an attribute of kind `outcome` names one that does not exist, is of a later (or earlier) entry, or leads back to the outcome itself
    .mend = correct the name; what came before is named by the later outcome, what came after by the earlier one
code-outcome-due = an outcome is due before the day of its entry
    .mend = correct the date, most often its year
code-outcome-duplicate = an id stands twice on the page
    .mend = change the newer one
code-outcome-empty = no outcome stands below a heading or bold line that is marked as one of outcomes
    .mend = write a list or table below it, or remove its mark
code-outcome-invalid = an attribute does not exist, stands twice or has a wrong value; an id has other characters than letters, digits, `-`, `.` and `_`; the type has no outcomes; the kind does not know the state (`states`); the translation calls a decision an action
    .mend = correct it
code-outcome-missing-id = an outcome has no id
    .mend = end the item with a new one, such as `{"{"}#a1{"}"}`
code-outcome-number = two outcomes of a type have the same number of their own
    .mend = correct the wrong one
code-outcome-reused = an id of an outcome stands at something else than in the last build or commit; links from elsewhere mean what it was
    .mend = give the new one an id of its own; nothing, if it is the same outcome in other words
code-outcome-suggestion = a line looks like an outcome and has no mark
    .mend = end it with a mark such as `{"{"}.action #a1{"}"}`, or let `samen mark` do so; nothing, if it is none
code-outcome-unread = a mark, a box or a line was meant for an outcome and nothing reads it, so that readers would see `{"{"}#a1{"}"}` or the outcome would stand in no register
    .mend = do what the help line says; a mark that readers should see stands between backticks
code-outcome-untranslated = the translation lacks an outcome
    .mend = add it with its id
code-outcome-vanished = an outcome that the last build or commit had is gone, so that links from elsewhere lead nowhere
    .mend = write it again with its id; an outcome that was replaced stays, with `superseded_by`
code-outcome-vote = a vote does not add up or has a word that is none; a kind has no vote or number, and one is told; a number has other characters than letters, digits, `/`, `.` and `-`
    .mend = correct it
code-outcome-without-next = an outcome is due next time, and nothing follows its entry, whose day is over
    .mend = name this entry in the one that comes next, or write a date
code-outcome-without-source = the translation has an id that the source lacks
    .mend = correct the id
code-output-busy = another build is writing to the output folder; the message says which
    .mend = build again when it has ended, or with `--wait`
code-output-failed = the output cannot be written, or another program changed it while the build ran
    .mend = check space and permissions, then build again
code-output-refused = the output folder holds sources, the site itself, files that samen did not make, or links
    .mend = name another folder with `-o`, or move the files away
code-pdf-unreadable = a file that is called a PDF file is none, or is broken; only where the site has a page to [search](search.md#pdf-files)
    .mend = export it anew
code-person-named = a text that may be the name of a person stands where the type refuses those
    .mend = write the group or the role instead; a type that allows names says `persons: initials` or `allow`
code-place-outside = a place lies outside of the land that the map shows, so that it is not drawn
    .mend = mend `at`, which is latitude first; or add the country to [`area`](configuration.md#area)
code-place-unplaced = a place has no coordinates although others have, so that it is on no map
    .mend = add `at: [latitude, longitude]`
code-presentation-forms = Arabic letters stand in the forms that a PDF is drawn with
    .mend = type the words again
code-raw-html = HTML stands in the text, or a comment or tag is not closed
    .mend = write Markdown, put it between backticks, or [allow the tag](configuration.md#html)
code-reference-unknown = an entry, term, place or file of that name does not exist; also in `menu` and `footer` of `samen.yaml`
    .mend = correct the name, or make what is missing
code-retract-refused = `samen build --retract` names an entry that is still public, or of which nothing is remembered
    .mend = hide it and build, or correct the name
code-route-invalid = a slug or path has capitals, spaces or other signs, or is too long
    .mend = use small letters, digits and `-`
code-schema-invalid = a content type, taxonomy or place is declared wrongly
    .mend = correct it: [types](types.md), [terms](configuration.md#dataterms)
code-script-invalid = a script in `assets/` cannot be read
    .mend = correct it; a browser would stop at the same place
code-security-expires = a `security.txt` has ended, ends within 30 days, or ends more than a year from now; one of the settings that has ended is not published
    .mend = look whether all that it says is still true, then write a day within the next year
code-security-txt = the file `static/.well-known/security.txt` lacks a line that RFC 9116 asks for, or has one twice
    .mend = add the line; or delete the file and set [`security`](configuration.md#security)
code-serve-refused = `samen serve` cannot listen at this port
    .mend = name another port with `-p`, or none
code-still-public = something must not be public any more, and the output folder cannot be written to
    .mend = make the folder writable and build again, or delete the files on the server
code-stray-file = a left-over of an editor or system lies among the content; it is not published
    .mend = delete it
code-string-invalid = a string file cannot be read; a word that stands twice is a warning
    .mend = correct the line
code-string-missing = no language has a text that pages need; one that some languages have is borrowed from them
    .mend = add the line to `data/strings/<language>.ftl`, in one language at least
code-string-untranslated = texts of a language say letter by letter the same as in English; told once for each language
    .mend = translate them, or leave them out: then pages mark them as borrowed
code-string-unused = no template asks for a text
    .mend = remove it from every language, or compare its name with that in the template
code-system-limit = the system gives the program no more open files or memory
    .mend = allow more open files (`ulimit -n 1024`) or memory, or end other programs
code-taken-down = an entry, or a part of it, left the site; told once, by the build that took it away
    .mend = nothing, if that was meant; [copies elsewhere](publishing.md#taking-something-down) stay
code-template-invalid = a template cannot be read, extends or includes itself, or fails: a value, word, entry or asset that does not exist
    .mend = correct it; the help line says on which page it failed
code-text-misnamed = a file below `content/` looks like the text of a page and would not be read as one, or is a copy that would become a page: `.MD`, `.markdown`, `.md.txt`, a word between dots that is no language, `Index`, a left-over of an editor, merge tool or sync program, front matter in a file of another kind
    .mend = rename it as the help line says, or delete it
code-text-too-deep = lists, quotes or `:::` blocks stand more than 16 deep in each other
    .mend = use fewer levels
code-text-too-large = a text is larger than 2 MB, or has more than 25,000 parts or 500 outcomes
    .mend = split it, or publish the data as a file beside the page
code-theme-missing = the theme does not exist, or lacks a template that is needed
    .mend = correct `theme` in `samen.yaml` or `template` in the type, or write the template
code-theme-outdated = a file was copied from the theme that the program carries, and the carried file has changed since
    .mend = `samen theme diff` shows both; take over what you want, then `samen theme mark` the file; or delete yours
code-time-zone-missing = an event has a time, and `samen.yaml` does not say on which clock
    .mend = add `time_zone` with the zone of the place, or `time_zone: UTC`
code-translation-hash-unknown = `samen status --diff`: no version of the source has the hash that a translation records
    .mend = in a shallow clone, `git fetch --unshallow`; else compare by eye and `samen translate … --mark-current`
code-translation-invalid = the `translation` line names another source than there is, a state that does not exist or a date that is none
    .mend = correct it
code-translation-without-source = an entry has only translations
    .mend = write the source, or remove `translation` from the one that is the source
code-type-unknown = no content type covers the folder of this file
    .mend = move it to one of the folders in the help line, or declare a type
code-unknown-field = the type has no field of that name
    .mend = correct the name, or remove the line
code-unknown-key = a key does not exist in this file; an environment variable `SAMEN_…` that is no setting also gives this
    .mend = correct the name, or remove it
code-unknown-language = a file name or a setting names a language that the site does not have, or words stand under a key that is no language tag; words in a language that the site does not have are no error
    .mend = correct it, or add the language to `samen.yaml`
code-unpublished-target = a link or field leads to a page that is a draft, closed, expired or not published yet; readers see its text and no link
    .mend = publish that page, or remove the link
code-value-spelling = a value is understood, and written in another way than files have it: a date in words, a word for yes or no, a title or label for an id; it says how it is read
    .mend = nothing, if it is read as you meant it; else write it as the message says, or run `samen check --fix`
code-words-borrowed = a language lacks texts of the interface or labels, which its readers see in another language, marked as such; told once for each language
    .mend = nothing, if nobody can translate them yet; else add them to `data/strings/<language>.ftl` and `data/languages/<language>.yaml`
code-yaml-invalid = the YAML cannot be read: a tab, a colon too many, a quote or bracket not closed, an anchor (`&`) or alias (`*`)
    .mend = do what the help line says; most often: put the value in quotes
