# Wat samen tegen redacteuren zegt, in het Nederlands. Kleine letter, geen punt aan het eind, namen tussen accenten graves,
# woorden van niveau B1, met u.

## Any message

error = fout
warning = waarschuwing
help = hulp
did-you-mean = bedoelt u `{ $name }`?
about = { $name }: { $said }
both = { $first }; { $second }
did-you-mean-of = bedoelt u `{ $name }`? { $all }
there-are = dit zijn ze: { $names }
more-of-this-kind = en nog { $count } van deze soort in dit bestand
known-here = hier bekend: { $names }
more-in-file = … nog { $count } in { $file }
more-in-run = … nog { $count } in deze run
messages-shown = … { $shown } van { $all } meldingen getoond; `--format json` geeft alles
fill-in = nog in te vullen: { $words }
fill-in-unknown = nog in te vullen: wat alleen u weet
fill-in-help = zet uw eigen woorden op de plaats van het hele teken `[[…]]`, of haal de zin weg waarin het staat

## YAML, settings and files

extends-site-type = `extends` noemt een basistype van het thema, geen type van de site


## Fields, values and entries


## Texts, outcomes and links


## The rest of the stages


## Commands and the preview


## Fixes


## The language server


## Building and holding back

