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


## Texts, outcomes and links


## The rest of the stages


## Commands and the preview


## Fixes


## The language server


## Building and holding back

