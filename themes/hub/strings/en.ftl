# The words of the theme. A site changes one by setting the same key in data/strings/en.ftl.

## On every page
skip-to-content = Skip to the content
shortcuts = Shortcuts
main-navigation = Main menu
breadcrumbs = Breadcrumbs
languages = Language
language-fallback = not translated yet
language-missing = page not available, go to the home page
home = Home page
help-link = Need help?
footer-navigation = About this site

## Lists
list-count = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
list-empty = There is nothing here yet.
show-all = See all: { $title }
pager = Pages of this list
pager-position = page { $page } of { $pages }
pager-page = Page { $page }
pager-previous = Previous page
pager-next = Next page
term-broader = Part of
term-narrower = Parts

## A page
toc = On this page
facts = In short
files = Files
files-hint = A downloaded file stays on the device.
related = See also
backlinks = Pages that refer to this one
neighbours = Previous and next
neighbour-previous = Previous
neighbour-next = Next
updated-on = Updated on
date-and-time = { $date }, { $time }
yes = Yes
no = No
badge-draft = Draft
badge-illustrative = Example

## Notices at the top of a page
notice-draft-label = Draft.
notice-draft = This page has not been published yet.
notice-illustrative-label = Example.
notice-illustrative = All or part of what you read here was made up, to show how the hub works.
notice-fallback-label = Not translated yet.
notice-fallback = This page is not available in English yet. Below is the text in another language.
notice-machine-translation-label = Translated automatically.
notice-machine-translation = Nobody has checked this translation yet. In case of doubt, the original text applies.
notice-draft-translation-label = Translation in progress.
notice-draft-translation = This translation has not been checked yet. In case of doubt, the original text applies.
notice-outdated-translation-label = Translation out of date.
notice-outdated-translation = The original text has changed since this translation was made. In case of doubt, the original text applies.
notice-event-planned = This meeting is still to come.
notice-event-cancelled = This meeting will not take place.
notice-event-postponed = This meeting will take place on another day, which is not known yet.
notice-source-link = Go to the original text
withheld-label = Summary only.
withheld = The full notes of this meeting are not public.
confidentiality-public = Public
confidentiality-chatham = Chatham House Rule: what was said may be shared, who said it may not
confidentiality-summary = Only the summary is public
confidentiality-closed = Closed

## Meetings
outcomes = Outcomes
outcome = Outcome
outcome-owner = Owner
outcome-due = Due
deadline-quarter = Q{ $number } { $year }
deadline-season-1 = spring { $year }
deadline-season-2 = summer { $year }
deadline-season-3 = autumn { $year }
deadline-season-4 = winter { $year }
deadline-approximate = about { $period }
deadline-uncertain = { $period } (uncertain)
deadline-next-meeting = Next meeting
deadline-next-meeting-on = Next meeting, { $date }
deadline-ongoing = Ongoing
deadline-unknown = To be decided
outcome-state = Status
outcome-number = Number
outcome-vote = Vote
vote-for = for
vote-against = against
vote-abstain = abstained
vote-present = present
vote-consensus = by consensus
outcome-agenda = Still open from earlier meetings
outcome-link = Link to { $id }: { $text }
outcome-follow-up = Actions from last time
outcome-decision = Decision
outcome-action = Action
outcome-recommendation = Recommendation
outcome-question = Question
state-open = Open
state-in-progress = In progress
state-done = Done
state-dropped = Dropped
state-superseded = Superseded

## Help and resources
emergency = Are you in danger now?
emergency-call = Call { $number }
phone-hint = A call may stay visible in the call history of the phone.
resource-open = Go to the resource:

## Boxes in a text
callout-note = Note
callout-tip = Tip
callout-important = Important
callout-warning = Warning
callout-caution = Caution
callout-help = Help

## Home page
home-doors = What are you looking for?
door-stakeholders = Working together
door-stakeholders-text = For organisations and governments: what was discussed and decided, and who takes part.
door-professionals = At work
door-professionals-text = For professionals: resources to use and flyers to share.
door-help = Finding help
door-help-text = For anyone who needs help: who can give it, and how to reach them.
home-activities = Activities
home-resources = Newest resources
home-flyers = Flyers
home-feeds = Stay informed
home-feeds-text = A feed reader brings news from this site to you, without an e-mail address.

## Addresses that do not exist (any more)
not-found = Page not found
not-found-text = This page does not exist or has moved to another address. Try one of these links.
redirect = This page has moved
redirect-link = Go to the new address
table-region = Table
task-done = Done:
task-open = To do:
footnotes = Footnotes
footnote-back = Back to the text

## Translations
coverage-link = Translations of this site
coverage = Translations
coverage-lead = What this site says in each language, and how far each translation is.
coverage-languages = Languages
coverage-language = Language
coverage-source = Written in this language
coverage-reviewed = Checked by a person
coverage-draft = Not checked yet
coverage-machine = Translated automatically
coverage-outdated = Out of date
coverage-missing = Not translated
coverage-current = Up to date
coverage-share = { $percent } %
coverage-kinds = By kind of page
coverage-kind = Kind
coverage-sections = Overview pages

## Registers and lists
outcome-meeting = Meeting
outcome-overdue = overdue
registers = Registers
parts = Narrow down
parts-all = Show all
parts-shown = Shown:
parts-reset = Clear the choices
sort = Sort
records-all = See all: { $title } ({ $count })
follow = Follow this list
follow-feeds = A feed reader tells you what is new:
follow-calendar = A calendar program shows what is due when, and fetches changes by itself:
follow-open = Open in a calendar program
follow-address = Or copy this address into your calendar program:
data-files = As data
data-files-text = This list as a file, to calculate with or to use in another program.

## Feeds and calendars
example-title = { $title } (example)
calendar-link = { $title } in your own calendar

## Citations
cite = Cite this resource
cite-download = Download for a reference manager:
figure-source = Source:
timeline = Timeline
history = Changes in these minutes

## Glossary, what is new, how this hub works
used-in = Used in
news-link = What is new
news = What is new
news-lead = The newest pages of this site, and those that changed last.
news-new = New
news-updated = Updated
types-link = How this hub works
types = How this hub works
types-lead = Which kinds of pages there are, what they hold, and how they belong together.
types-common = On every page
types-common-text = Every page has a title. It may also have a short description, and a mark that says it is a draft or an example.
types-fields = What it holds
types-required = Always filled in
types-private = For editors only
types-choices = One of
types-to = Leads to
types-terms = From the list
types-parts = Parts
types-outcomes = The text may hold these. About each of them it can say:
types-confidentiality = What may be public
types-level-public = Everything is on the site.
types-level-chatham = The text is on the site. It does not say who took part, nor who said what.
types-level-summary = The title, the description and the facts are on the site. The text and the files stay inside.
types-level-closed = Nothing is on the site, not even that it took place.
types-fallback-page = Where a translation is missing, the page shows the text in another language and says so, unless something else is said below.
types-fallback-list = Lists name it in every language. Where a translation is missing, they lead to the page in another language.
types-fallback-none = It is only there for readers of the languages in which it was written.
types-glossary = Where another page uses such a word for the first time, the word leads to its explanation.
types-languages = Readers see a text in their own language. If it is missing, they see it in the next language that has it.
types-otherwise = If it is missing

data = Open data
data-lead = What is on this site, as files to calculate with or to take over.
data-link = Open data
data-how = Every list is there as a table (CSV) for a spreadsheet and as JSON for a program. The files change with the site. No key is needed. Everything can be read on the site itself too.
data-licence = Licence:
data-index = a list of all files
data-catalog = the same list for data catalogues (DCAT)
data-fields = What each column holds

## The way out
exit = Leave this site
exit-title = One moment
exit-twice = Press Shift two more times to leave this site.
exit-once = Press Shift once more to leave this site.
menu = Menu
home-next = Next meeting
home-outcomes = Latest outcomes

## Search
search = Search
search-lead = Find a decision, organisation, resource or term. What you type stays in this page.
search-link = Search
search-label = Search for a word
search-count = Results:
search-none = Nothing found. Try a shorter or another word, or look in the list below.
search-failed = Search does not work now. The list below does.
search-more = More results
search-others = Also in other languages
search-kinds = Kind
search-languages = Language
search-all = All pages
search-group = To the list: { $name }
search-kind-section = Overview
search-kind-file = File
search-year = Year

print-online = Read this online, in your own language
print-issued = Date of issue
print-qr = QR code to this page
print-example = Example: nothing on this sheet really happened.
print-contents = Contents
paper = On paper
paper-download = Download (PDF)
paper-preview = First page of
paper-pages =
  { $pages ->
     [one] PDF, 1 page
    *[other] PDF, { $pages } pages
  }
paper-large = Large print
paper-press = For printing houses, with crop marks
paper-all = All languages together (ZIP)
paper-languages = In another language
paper-hint = What you download stays on your device. This page has the same text.
paper-sha256 = Checksum (SHA-256)
paper-json = Data for those who want to link to it (JSON)

# The field in the head
search-close = Close
search-narrow = Narrow the results

copy = Copy
copied = Copied

## Licence, duties and contact
footer-licence-label = Licence of the texts:
footer-licence-others = Resources made by others have their own licence.
footer-rights = All rights reserved.
footer-source = Source code
footer-imprint = Imprint
footer-accessibility = Accessibility
footer-privacy = Privacy
footer-contact = Contact
footer-security = Report a security problem
accessibility-full = This site meets the accessibility requirements.
accessibility-partial = This site meets the accessibility requirements in part.
accessibility-none = This site does not meet the accessibility requirements.
accessibility-untested = Nobody has tested yet whether this site meets the accessibility requirements.
