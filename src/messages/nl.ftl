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

write-it = schrijf `{ $text }`
did-you-mean-one-of = bedoelt u { $names }?
known-with-labels = hier bekend: { $names }
known-for-example = bijvoorbeeld { $names }; er zijn er { $count }
value-read-as = `{ $written }` wordt gelezen als `{ $meant }`
value-of-other-kind = in `{ $name }` hoort { $what } te staan, maar er staat { $found }
true-or-false = `true` of `false`
a-text = een tekst
a-whole-number = een heel getal
keys-and-values = een lijst met namen en waarden
found-nothing = niets
found-true-or-false = `true` of `false`
found-number = een getal
found-text = tekst
found-list = een lijst
found-map = een groep van namen met waarden
text-expected = in `{ $name }` hoort een tekst te staan, maar er staat `true` of `false`
put-in-quotes = zet het tussen aanhalingstekens
value-empty = `{ $name }` is leeg
value-empty-help = schrijf een waarde, of haal de regel weg
file-outside = `{ $path }` wijst buiten de map van deze pagina
file-outside-help = noem een bestand dat naast de tekst staat
number-out-of-range = { $number } is te hoog of te laag
number-out-of-range-help = het moet { $range } zijn
items-out-of-range = `{ $name }` heeft { $count ->
    [one] { $count } onderdeel
   *[other] { $count } onderdelen
 }
items-out-of-range-help = het aantal onderdelen moet { $range } zijn
range-from-to = van { $min } tot en met { $max }
range-from = minstens { $min }
range-to = hoogstens { $max }
range-any = vrij
money-invalid = `{ $text }` is geen bedrag met een munt
money-form = schrijf het als `EUR 1250.50`, met een punt en niet meer cijfers erachter dan de munt heeft
money-incomplete = `{ $name }` heeft een bedrag en een munt nodig
currency-unknown = `{ $code }` is geen munt van ISO 4217
amount-invalid = `{ $amount }` is geen bedrag in { $code }
part-unknown = er is geen `{ $name }` in `{ $of }`
part-missing = `{ $name }` ontbreekt in `{ $of }`
part-missing-help = voeg een regel `{ $name }: …` toe
language-tag-invalid = `{ $text }` is geen code van een taal
language-tag-form = schrijf een code van BCP 47: `pt`, `fa-AF`, `zh-Hant`
phone-invalid = `{ $text }` is geen telefoonnummer
phone-form = gebruik cijfers, spaties, `-` en een `+` vooraan: `0800-0188`
url-invalid = `{ $text }` is geen webadres
url-form = begin met `https://`
email-invalid = `{ $text }` is geen e-mailadres
email-form = schrijf het als `info@club.example`
choice-unknown = `{ $text }` is geen waarde van `{ $name }`
date-unreadable = `{ $text }` is geen datum
date-form = schrijf jaar-maand-dag: `2023-01-24`
date-ambiguous = `{ $text }` kan twee dagen zijn: de een leest de dag eerst, de ander de maand
date-ambiguous-help = schrijf `{ $one }` of `{ $other }`
date-far = `{ $text }` heeft het jaar { $year }: dat is ver weg of van een andere kalender
date-far-help = schrijf de dag in onze jaartelling, zoals `2027-02-01`
date-unreal = de dag `{ $text }` bestaat niet: { $why }
date-without-year = `{ $text }` heeft geen jaar, en er is geen datum van een bijeenkomst die zegt welk jaar het is
date-too-long = `{ $text }` is langer dan één dag
date-short-year = het jaar in `{ $text }` heeft maar twee cijfers, en dan is de eeuw niet zeker
date-with-time = in `{ $text }` staat een tijd, en `{ $name }` is alleen een dag
deadline-unreadable = `{ $text }` is geen datum die hier te lezen is
deadline-forms = schrijf een dag `2027-02-01`, een maand `2027-02`, een kwartaal `2027-Q1`, een jaar `2027`, `next-meeting` of `ongoing`
month-unreal = een jaar heeft 12 maanden, geen { $number }
day-zero = dagen beginnen bij 1
month-has-days = { $month } { $year } heeft { $days } dagen
month-has-days-at-most = { $month } heeft hoogstens { $days } dagen
month-of-year = { $number ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
 }
moment-unreadable = `{ $text }` is geen dag met een tijd
moment-form = schrijf het als `2023-01-24T10:00`
moment-without-time = in `{ $text }` staat geen tijd
moment-without-time-help = schrijf de tijd achter de dag, zoals `{ $day }T14:00`
time-unreal = de tijd `{ $time }` bestaat niet
time-unreal-help = uren gaan van 00 tot en met 23, en minuten van 00 tot en met 59: `14:00`
field-missing = `{ $name }` ontbreekt; het type `{ $type-name }` heeft dit nodig


## Texts, outcomes and links


## The rest of the stages


## Commands and the preview

no-site-here = in `{ $folder }` en in de mappen daarboven staat geen `{ $config }`
no-site-here-help = ga naar de map van een site, of noem die map met `--root`
language-variable-unknown = `SAMEN_LANG` is `{ $wished }`, en in die taal zijn er geen meldingen; wel in: { $known }
editors-unknown = er zijn geen meldingen in de taal `{ $tag }`


## Fixes

fix-write = schrijf `{ $text }`
fix-delete = haal `{ $text }` weg
file-carried = `{ $file }` is een bestand van het thema dat in het programma zit
file-carried-help = haal het er eerst uit: `samen theme copy { $file }`
file-behind-link = `{ $file }` is een koppeling, of staat in een map die een koppeling is
file-behind-link-help = wijzig het bestand waar de koppeling heen gaat, onder zijn eigen naam
file-read-only = `{ $file }` is alleen-lezen
file-read-only-help = sta eerst toe dat het bestand gewijzigd wordt
fix-hidden = haal { $code } weg
fix-hidden-all = haal er nog { $count } van deze soort weg
fix-letter = schrijf `{ $text }` in plaats van { $code }
fix-left-outside = de plek staat niet in een tekst van de site
fix-left-overlap = een andere verbetering wijzigt dezelfde plek: doe een van de twee met de hand
fix-left-breaks = daarna zou dit fout zijn: { $error }
fix-left-useless = het zou niet helpen
fix-left-untried = er zijn te veel andere verbeteringen geprobeerd; voer de opdracht opnieuw uit
code-unknown = de code `{ $code }` bestaat niet
fixes-none = van wat er gevonden is, kan niets vanzelf verbeterd worden
fixes-ask = { $files ->
    [one] dit in { $files } bestand schrijven? [j/N]
   *[other] dit in { $files } bestanden schrijven? [j/N]
}
yes-words = j ja
fixes-need-yes = er is niets geschreven: voeg `--yes` toe om dit te schrijven, of `--dry-run` om het alleen te zien
fixes-declined = er is niets geschreven
fixes-made = verbeterd: { $count }, in { $files ->
    [one] { $files } bestand
   *[other] { $files } bestanden
}
fixes-would-be-made = zou verbeterd worden: { $count }, in { $files ->
    [one] { $files } bestand
   *[other] { $files } bestanden
}
fix-left = { $place }: niet verbeterd: { $message } ({ $reason })

## The language server


## Building and holding back


## What codes mean: what is wrong and how to mend it, for the guide

code-address-removed = een adres dat lezers hadden, leidt nu nergens meer heen; dat wordt één keer gemeld, door de build die het weghaalde
    .mend = zet het bij `aliases`, of geef de pagina de oude naam terug en gebruik `samen move`; doe niets als de pagina voorgoed weg is
code-alias-invalid = een alias begint niet met `/`, of leidt buiten de site
    .mend = schrijf hem zoals `/nl/oud-adres/`
code-also-hidden = een concept, of een pagina waarvan de tekst binnen blijft, verbergt meer dan zichzelf: de vertalingen, of wat in dezelfde map staat
    .mend = doe niets als dat de bedoeling is; doe anders wat de hulpregel zegt
code-asset-missing = `theme.yaml` of een stylesheet noemt een bestand dat niet in `assets/` staat
    .mend = verbeter de naam, of voeg het bestand toe
code-audit-duplicate-alternates = pagina's die als elkaars vertaling gelden, noemen elkaar niet, of bestaan niet
    .mend = geef `page.alternates` in templates door zoals het is
code-audit-format = een gepubliceerd bestand is niet wat de naam belooft: JSON, XML, een tabel met gelijke rijen, een agenda met korte regels, PDF, ZIP, UTF-8; een waarschuwing bij een bestand dat gepubliceerd wordt zoals het is
    .mend = herstel de tekst, de gegevens of de template waar het uit komt; bewaar een bestand van iemand anders opnieuw
code-audit-heading = een pagina heeft geen kopje van het eerste niveau, of meer dan één; een overgeslagen niveau is een waarschuwing
    .mend = begin teksten met `##`, en ga steeds één niveau omlaag
code-audit-hidden = een pagina, haar gegevens, een feed of een script bevat een stuurteken, of een teken dat niemand ziet en dat tekst omdraait of verbergt; een waarschuwing bij een bestand dat gepubliceerd wordt zoals het is
    .mend = haal het teken uit de tekst, de gegevens of de template
code-audit-ids = een id staat twee keer op een pagina, of er wordt een id genoemd dat er niet is
    .mend = verander het id in de template of de tekst
code-audit-image = een afbeelding heeft geen `alt`
    .mend = zeg in `alt` wat er te zien is; schrijf `alt=""` als ze alleen versiert
code-audit-inline = een pagina bevat een script of stijl, of gegevens voor machines (`application/ld+json`) die geen JSON zijn; haar beveiligingsregels staan `unsafe-inline` toe
    .mend = zet het in een bestand in `assets/`; schrijf `{"{{"} page.json_ld {"}}"}` en niets anders tussen de tags
code-audit-language = een pagina zegt haar taal en leesrichting niet, of de verkeerde
    .mend = schrijf `<html lang="{"{{"} lang.tag {"}}"}" dir="{"{{"} lang.dir {"}}"}">`
code-audit-leak = in wat gepubliceerd wordt, staan woorden uit een concept, een besloten of verlopen pagina, achtergehouden notulen of een privéveld, die in geen openbare bron staan
    .mend = publiceer niet; zoek uit welke template ze toont, of meld een fout van samen
code-audit-leftover = een pagina toont tekens van een template (`{"{{"}`), van een blok (`:::`) of van een uitkomst (`{"{"}#a1{"}"}`, `[ ]`)
    .mend = vul in wat de bedoeling was, of schrijf het als code
code-audit-link = een link leidt naar niets op de site, of mist de `/` aan het eind
    .mend = verbeter de template of de tekst
code-audit-metadata = een afbeelding uit `static/` of uit een thema bevat meer dan alleen het beeld
    .mend = bewaar haar zonder metadata: `exiftool -all= bestand`
code-audit-referrer = een link naar een andere website vertelt die website waar de lezer vandaan komt
    .mend = voeg `rel="noreferrer"` toe in de template
code-audit-table = de kop van een kolom of rij zegt niet waarvan
    .mend = voeg `scope` toe in de template
code-audit-third-party = een pagina, stylesheet of script laat browsers een andere server vragen
    .mend = kopieer het bestand naar `assets/`, of maak er een gewone link van
code-audit-title = een pagina heeft geen titel
    .mend = vul het blok `title` van de template
code-audit-tracking = een pagina of script bewaart of vertelt iets over lezers, of opent nieuwe vensters
    .mend = laat het weg
code-bidi-hidden = een bestand of een waarde daarin bevat een teken dat niemand ziet, ook als escape of entiteit: een teken dat de volgorde van tekst omdraait, een isolate die op zijn regel niet sluit, een tagteken, een stuurteken
    .mend = haal het weg; de melding noemt het
code-body-heading = in de tekst staat een kopje met één `#`; `samen check` vindt dan ook twee kopjes van het eerste niveau op de pagina (`audit-heading`)
    .mend = schrijf `##`
code-broken-anchor = de pagina heeft geen kopje of uitkomst met dat id
    .mend = verbeter wat achter `#` staat
code-broken-link = een link of afbeelding leidt nergens heen
    .mend = verbeter hem; begin met `@/` om vanaf `content/` te tellen
code-character-unknown = een tekst bevat het teken voor een verloren teken (U+FFFD), of een teken voor eigen gebruik of buiten Unicode
    .mend = typ wat er had moeten staan
code-component-invalid = een `:::`-blok bestaat niet, wordt niet gesloten, heeft een verkeerd argument, of staat in een lijst
    .mend = verbeter de regel; zie [Markdown](markdown.md#blocks)
code-config-invalid = een instelling ontbreekt of heeft een verkeerde waarde; ook als er geen site is, of geen type met die naam op de opdrachtregel
    .mend = verbeter het
code-consent-ended = de toestemming voor een pagina of een deel daarvan is verlopen of ingetrokken; waar ze voor gold, wordt niet gepubliceerd
    .mend = verwijder waar ze voor gold, of leg een nieuwe toestemming vast
code-consent-ends-soon = een toestemming eindigt binnen 30 dagen; daarna gaat waar ze voor gold van de site
    .mend = vraag op tijd om een nieuwe toestemming
code-convert-left-out = een document uit een tekstverwerker bevat iets wat een pagina niet kan hebben, of wat niemand voor u kan overnemen
    .mend = kijk op de genoemde plaatsen, en voeg met de hand toe wat daar hoort
code-convert-refused = van een document kan geen pagina worden gemaakt: het is beschadigd, vergrendeld, te groot, van een andere soort, of niet af
    .mend = doe wat de hulpregel zegt, en geef de opdracht opnieuw; er is niets geschreven
code-css-invalid = een stylesheet kan niet worden gelezen, of haalt er een op die niet bestaat of op een andere website staat
    .mend = verbeter het
code-css-physical = een stylesheet noemt de linker- of rechterkant, zoals `margin-left`; van rechts naar links is dat de verkeerde
    .mend = schrijf wat de hulpregel zegt, zoals `margin-inline-start`
code-duplicate-entry = twee bestanden zijn dezelfde pagina in dezelfde taal, of een pagina heeft twee bronnen
    .mend = hernoem of verwijder er een; of voeg `translation: {"{"}source: …{"}"}` toe aan het bestand dat een vertaling is
code-duplicate-key = een veld staat er twee keer
    .mend = haal er een weg
code-duplicate-route = twee dingen willen hetzelfde adres
    .mend = geef er een een andere `slug`, of haal de alias weg
code-empty-site = er is geen inhoud, of geen beginpagina
    .mend = schrijf `content/_index.<taal>.md`
code-event-status = een bijeenkomst is gehouden op een dag die nog komt, of is afgelast en heeft uitkomsten
    .mend = verbeter de datum, of het veld dat zegt wat ervan geworden is
code-exchange-invalid = een vertaalpakket (XLIFF) kan niet worden gelezen, bevat teksten die zijn bron niet heeft, of past niet bij wat hier nu staat
    .mend = doe wat de hulpregel zegt; er is niets geschreven
code-exchange-placeholder = een vertaling in een pakket mist een teken van de bron, heeft het twee keer, of sluit het op de verkeerde plaats
    .mend = kopieer het teken uit de bron
code-exit-target = de nooduitgang leidt naar een site die laat zien wat haar lezers eerder deden, of die eerst iets vraagt
    .mend = kies een pagina die iedereen zou kunnen lezen
code-expires-soon = een pagina verloopt binnen 30 dagen; daarna gaat ze van de site
    .mend = doe niets, of schrijf een latere dag
code-field-invalid = de waarde past niet: geen datum, geen getal, geen van de keuzes, te veel onderdelen; een pagina die verloopt voordat ze verschijnt; iets wat eindigt voordat het begint; een veld dat niet mag bij deze vertrouwelijkheid
    .mend = verbeter de waarde
code-field-missing = een verplicht veld ontbreekt
    .mend = voeg het toe
code-field-shared = een vertaling zet een gegeven dat bij de bron hoort
    .mend = haal de regel uit de vertaling
code-file-changed = een bestand is veranderd of vervangen terwijl de site werd gelezen
    .mend = geef de opdracht opnieuw als niemand de bestanden verandert
code-file-content = een bestand is leeg, of de inhoud is niet wat de naam zegt: een webpagina die als PDF bewaard is, een ZIP-archief dat een document heet, een archief zonder einde
    .mend = exporteer of kopieer het bestand opnieuw; of verbeter de extensie
code-file-kind = een bestand in `content/` is van een soort die niet gepubliceerd wordt
    .mend = hernoem het naar `<naam>.<taal>.md` als het de tekst van een pagina is; voeg de extensie toe aan [`attachments`](configuration.md#attachments); of haal het uit `content/`
code-file-name = een bestandsnaam bevat een spatie of een ander teken waardoor links breken, of is geen UTF-8
    .mend = hernoem het bestand; de hulpregel stelt een naam voor
code-file-not-utf8 = een tekstbestand is geen UTF-8
    .mend = bewaar het opnieuw met de codering UTF-8
code-file-pointer = er staat een verwijzing van Git LFS of git-annex in plaats van een bestand
    .mend = haal het bestand op: `git lfs pull`, of `git annex get .`
code-file-too-large = een bestand is groter dan `max_mb` van het veld toestaat
    .mend = maak het kleiner, of verhoog `max_mb`
code-file-unreadable = een bestand kan niet worden gelezen; of een symbolische link leidt buiten de site, naar `content/`, naar een verborgen plaats of in een kring
    .mend = controleer de rechten; kopieer het bestand naar de site in plaats van ernaar te linken
code-fill-in = een tekst of instelling bevat een teken `[[fill-in …]]` voor iets wat alleen u weet
    .mend = zet uw eigen woorden in plaats van het hele teken, met de haken erbij; of haal de zin weg
code-flyer-font = het thema heeft geen lettertype voor het schrift van een drukwerk; dat wordt per schrift één keer gemeld
    .mend = haal het genoemde lettertype op en zet het in `fonts/` van het thema
code-flyer-glyph = geen lettertype van het thema heeft een teken uit de tekst
    .mend = schrijf het anders, of voeg een lettertype toe aan `fonts/` van het thema
code-flyer-layout = het thema mist de layout die een type of pagina noemt, of heeft geen lettertypen
    .mend = verbeter de naam, of schrijf `flyers/<layout>.typ`
code-flyer-overflow = de tekst is langer dan zijn plaats; de melding zegt hoeveel millimeter, nadat de kleinste letter is geprobeerd
    .mend = maak de tekst korter, of kies een andere layout
code-flyer-template = een layout heeft een fout, of de PDF zou niet toegankelijk zijn
    .mend = herstel de layout op de genoemde regel
code-footnote-unknown = niets verwijst naar een voetnoot
    .mend = zet het teken van de voetnoot in de tekst, of haal haar weg
code-format-unknown = `format` in `samen.yaml` noemt een vorm van sites die dit programma niet kent
    .mend = installeer een nieuwere versie van samen, of verbeter het nummer
code-front-matter = de kop ontbreekt, wordt niet gesloten, of bevat geen velden
    .mend = begin het bestand met `---`, `title: …`, `---`
code-glyph-missing = geen lettertype van de stylesheets heeft een teken van de pagina's, zodat een ander lettertype het tekent, of niets
    .mend = gebruik een ander teken, voeg een lettertype toe, of noem het teken bij `system_glyphs` in `theme.yaml`
code-hidden-file = tussen de bestanden van de site staat een bestand of map waarvan de naam met een punt begint; dat wordt niet gepubliceerd
    .mend = hernoem het, verwijder het, of zet het ergens anders; alleen `static/.well-known/` wordt gepubliceerd
code-history-missing = `samen status --diff`: er is geen Git, of de site staat niet in een Git-map
    .mend = werk in een kloon van de Git-map
code-identifier-taken = twee pagina's hebben dezelfde waarde in een veld met `unique: true`, zoals een registratienummer
    .mend = verbeter een van de twee
code-image-alt = een afbeelding heeft geen woorden voor wie haar niet ziet, of heeft woorden en geldt als versiering; een vertaling mist de woorden van een afbeelding
    .mend = zeg in `[…]` of `alt` wat er te zien is; zie [Markdown](markdown.md#pictures)
code-image-invalid = een afbeelding is kapot, heeft meer dan 50 miljoen pixels, heeft de verkeerde extensie of is van een soort die niet gepubliceerd wordt; een tekening voert iets uit of haalt iets op
    .mend = doe wat de melding zegt, of bewaar haar opnieuw als JPEG, PNG of SVG
code-image-location = een foto vertelt waar ze genomen is; ook als de site dat niet toont, staat het in de Git-map
    .mend = haal de plaats eruit: `exiftool -gps:all= -xmp:all= bestand`
code-import-refused = een site van een ander programma kan niet worden overgenomen: ze is niet wat gezegd werd, is leeg, te groot of deze site zelf, of er is al een pagina met die naam
    .mend = doe wat de hulpregel zegt, en geef de opdracht opnieuw; er is niets geschreven
code-internal-error = samen zelf liep vast op een site; `samen serve` toont nog steeds de laatste goede versie
    .mend = meld het, met de bestanden die u veranderde
code-language-without-data = de gegevens van Unicode kennen een taal niet: haar datums worden geschreven als 2024-05-14
    .mend = controleer de taalcode; is ze goed, zet dan `checks: {"{"}language-without-data: allow{"}"}`
code-link-hard-coded = een link schrijft een adres in één taal voluit
    .mend = schrijf `@/…`, zoals de hulpregel zegt
code-link-unsafe = een link begint met iets als `javascript:`, verbergt dat hij naar een andere website leidt (`//…`, `https:…`, `…@…`), of een afbeelding staat op een andere website
    .mend = schrijf `https://…`, `mailto:` of `tel:`; kopieer de afbeelding
code-name-hidden = een titel, label, kopje, naam of adres bevat een teken dat niets toont, zoals een spatie zonder breedte of een zacht koppelteken
    .mend = haal het weg; de hulpregel toont de tekst zonder dat teken
code-outcome-cell = een cel in een tabel met uitkomsten bevat geen waarde die in haar kolom past; de uitkomst heeft er dan geen
    .mend = schrijf een waarde, of laat de cel leeg
code-outcome-chain = een kenmerk van de soort `outcome` noemt een uitkomst die niet bestaat, die bij een latere (of eerdere) pagina hoort, of die naar zichzelf terugleidt
    .mend = verbeter de naam; wat eerder kwam, wordt genoemd door de latere uitkomst, en wat later kwam door de eerdere
code-outcome-due = een uitkomst moet af zijn vóór de dag van haar pagina
    .mend = verbeter de datum, meestal het jaartal
code-outcome-duplicate = een id staat twee keer op de pagina
    .mend = verander het nieuwste
code-outcome-empty = onder een kopje of vette regel die voor uitkomsten bedoeld is, staat geen uitkomst
    .mend = schrijf er een lijst of tabel onder, of haal het merk weg
code-outcome-invalid = een kenmerk bestaat niet, staat er twee keer of heeft een verkeerde waarde; een id bevat andere tekens dan letters, cijfers, `-`, `.` en `_`; het type heeft geen uitkomsten; de soort kent de stand niet (`states`); de vertaling noemt een besluit een actie
    .mend = verbeter het
code-outcome-missing-id = een uitkomst heeft geen id
    .mend = sluit het punt af met een nieuw id, zoals `{"{"}#a1{"}"}`
code-outcome-number = twee uitkomsten van één type hebben hetzelfde eigen nummer
    .mend = verbeter het verkeerde
code-outcome-reused = een id van een uitkomst staat bij iets anders dan in de vorige build of commit; links van elders bedoelen wat er stond
    .mend = geef de nieuwe uitkomst een eigen id; doe niets als het dezelfde uitkomst in andere woorden is
code-outcome-suggestion = een regel lijkt een uitkomst en heeft geen merk
    .mend = sluit hem af met een merk zoals `{"{"}.action #a1{"}"}`, of laat `samen mark` dat doen; doe niets als het er geen is
code-outcome-unread = een merk, vakje of regel was voor een uitkomst bedoeld en niets leest het, zodat lezers `{"{"}#a1{"}"}` zouden zien of de uitkomst in geen register komt
    .mend = doe wat de hulpregel zegt; een merk dat lezers moeten zien, staat tussen backticks
code-outcome-untranslated = de vertaling mist een uitkomst
    .mend = voeg haar toe, met haar id
code-outcome-vanished = een uitkomst uit de vorige build of commit is weg, zodat links van elders nergens heen leiden
    .mend = schrijf haar weer op met haar id; een vervangen uitkomst blijft staan, met `superseded_by`
code-outcome-vote = een stemming klopt niet of bevat een woord dat er niet hoort; een soort heeft geen stemming of nummer, en er staat er een; een nummer bevat andere tekens dan letters, cijfers, `/`, `.` en `-`
    .mend = verbeter het
code-outcome-without-next = een uitkomst moet af zijn bij de volgende keer, en na deze pagina, waarvan de dag voorbij is, komt er geen
    .mend = noem deze pagina in de volgende, of schrijf een datum
code-outcome-without-source = de vertaling heeft een id dat de bron niet heeft
    .mend = verbeter het id
code-output-busy = een andere build schrijft in de uitvoermap; de melding zegt welke
    .mend = begin opnieuw als die klaar is, of gebruik `--wait`
code-output-failed = de uitvoer kan niet worden geschreven, of een ander programma veranderde haar tijdens de build
    .mend = controleer ruimte en rechten, en begin de build opnieuw
code-output-refused = in de uitvoermap staan bronnen, de site zelf, bestanden die samen niet maakte, of links
    .mend = noem een andere map met `-o`, of haal de bestanden weg
code-pdf-unreadable = een bestand dat PDF heet, is er geen of is kapot; alleen als de site een pagina heeft om te [zoeken](search.md#pdf-files)
    .mend = exporteer het opnieuw
code-person-named = er staat een tekst die de naam van een persoon kan zijn, waar het type die weigert
    .mend = schrijf de groep of de rol; een type dat namen toestaat, zegt `persons: initials` of `allow`
code-place-outside = een plaats ligt buiten het land dat de kaart toont, en wordt daarom niet getekend
    .mend = verbeter `at`, met de breedtegraad eerst; of voeg het land toe aan [`area`](configuration.md#area)
code-place-unplaced = een plaats heeft geen coördinaten terwijl andere die wel hebben, en staat daarom op geen kaart
    .mend = voeg `at: [breedtegraad, lengtegraad]` toe
code-presentation-forms = Arabische letters staan er in de vormen waarmee een PDF getekend wordt
    .mend = typ de woorden opnieuw
code-raw-html = er staat HTML in de tekst, of een commentaar of tag wordt niet gesloten
    .mend = schrijf Markdown, zet het tussen backticks, of [sta de tag toe](configuration.md#html)
code-reference-unknown = een pagina, term, plaats of bestand met die naam bestaat niet; ook in `menu` en `footer` van `samen.yaml`
    .mend = verbeter de naam, of maak wat ontbreekt
code-retract-refused = `samen build --retract` noemt een pagina die nog openbaar is, of waarvan niets onthouden is
    .mend = verberg haar en bouw de site, of verbeter de naam
code-route-invalid = een slug of pad bevat hoofdletters, spaties of andere tekens, of is te lang
    .mend = gebruik kleine letters, cijfers en `-`
code-schema-invalid = een type, taxonomie of plaats is verkeerd vastgelegd
    .mend = verbeter het: [types](types.md), [termen](configuration.md#dataterms)
code-script-invalid = een script in `assets/` kan niet worden gelezen
    .mend = verbeter het; een browser zou op dezelfde plaats stoppen
code-security-expires = een `security.txt` is verlopen, verloopt binnen 30 dagen, of pas over meer dan een jaar; een verlopen versie uit de instellingen wordt niet gepubliceerd
    .mend = kijk of alles wat erin staat nog klopt, en schrijf dan een dag binnen het komende jaar
code-security-txt = het bestand `static/.well-known/security.txt` mist een regel die RFC 9116 vraagt, of heeft er een twee keer
    .mend = voeg de regel toe; of verwijder het bestand en zet [`security`](configuration.md#security)
code-serve-refused = `samen serve` kan niet luisteren op deze poort
    .mend = noem een andere poort met `-p`, of geen
code-still-public = iets mag niet meer openbaar zijn, en in de uitvoermap kan niet worden geschreven
    .mend = maak de map schrijfbaar en bouw opnieuw, of verwijder de bestanden op de server
code-stray-file = tussen de inhoud ligt een overblijfsel van een programma of systeem; het wordt niet gepubliceerd
    .mend = verwijder het
code-string-invalid = een bestand met woorden van de site kan niet worden gelezen; een woord dat er twee keer staat, is een waarschuwing
    .mend = verbeter de regel
code-string-missing = geen taal heeft een tekst die pagina's nodig hebben; een tekst die sommige talen wel hebben, wordt daarvan geleend
    .mend = voeg de regel toe aan `data/strings/<taal>.ftl`, in ten minste één taal
code-string-untranslated = teksten van een taal zijn letter voor letter gelijk aan het Engels; dat wordt per taal één keer gemeld
    .mend = vertaal ze, of laat ze weg: dan tonen pagina's ze als geleend
code-string-unused = geen template vraagt om een tekst
    .mend = haal hem uit elke taal, of vergelijk zijn naam met die in de template
code-system-limit = het systeem geeft het programma niet meer open bestanden of geheugen
    .mend = sta meer open bestanden (`ulimit -n 1024`) of geheugen toe, of sluit andere programma's
code-taken-down = een pagina, of een deel ervan, is van de site gegaan; dat wordt één keer gemeld, door de build die haar weghaalde
    .mend = doe niets als dat de bedoeling was; [kopieën elders](publishing.md#taking-something-down) blijven
code-template-invalid = een template kan niet worden gelezen, breidt zichzelf uit of voegt zichzelf in, of mislukt: een waarde, woord, pagina of bestand dat niet bestaat
    .mend = verbeter het; de hulpregel zegt op welke pagina het misging
code-text-misnamed = een bestand in `content/` lijkt de tekst van een pagina en zou zo niet worden gelezen, of is een kopie die een pagina zou worden: `.MD`, `.markdown`, `.md.txt`, een woord tussen punten dat geen taal is, `Index`, een overblijfsel van een tekst- of synchronisatieprogramma, een kop in een bestand van een andere soort
    .mend = hernoem het zoals de hulpregel zegt, of verwijder het
code-text-too-deep = lijsten, citaten of `:::`-blokken staan meer dan 16 diep in elkaar
    .mend = gebruik minder niveaus
code-text-too-large = een tekst is groter dan 2 MB, of heeft meer dan 25.000 delen of 500 uitkomsten
    .mend = splits hem, of publiceer de gegevens als bestand naast de pagina
code-theme-missing = het thema bestaat niet, of mist een template die nodig is
    .mend = verbeter `theme` in `samen.yaml` of `template` in het type, of schrijf de template
code-theme-outdated = een bestand is gekopieerd uit het thema van het programma, en dat is sindsdien veranderd
    .mend = `samen theme diff` toont beide; neem over wat u wilt, en geef dan `samen theme mark` met het bestand; of verwijder uw kopie
code-time-zone-missing = een bijeenkomst heeft een tijd, en `samen.yaml` zegt niet op welke klok
    .mend = voeg `time_zone` toe met de tijdzone van de plaats, of `time_zone: UTC`
code-translation-hash-unknown = `samen status --diff`: geen versie van de bron heeft de hash die een vertaling noemt
    .mend = geef `git fetch --unshallow` als de kloon niet volledig is; vergelijk anders zelf en geef `samen translate … --mark-current`
code-translation-invalid = de regel `translation` noemt een andere bron dan er is, een stand die niet bestaat of een datum die er geen is
    .mend = verbeter het
code-translation-without-source = een pagina heeft alleen vertalingen
    .mend = schrijf de bron, of haal `translation` weg uit het bestand dat de bron is
code-type-unknown = geen type hoort bij de map van dit bestand
    .mend = zet het in een van de mappen in de hulpregel, of leg een type vast
code-unknown-field = het type heeft geen veld met die naam
    .mend = verbeter de naam, of haal de regel weg
code-unknown-key = een sleutel bestaat niet in dit bestand; ook bij een omgevingsvariabele `SAMEN_…` die geen instelling is
    .mend = verbeter de naam, of haal hem weg
code-unknown-language = een bestandsnaam of instelling noemt een taal die de site niet heeft, of woorden staan onder een sleutel die geen taalcode is; woorden in een taal die de site niet heeft, zijn geen fout
    .mend = verbeter het, of voeg de taal toe aan `samen.yaml`
code-unpublished-target = een link of veld leidt naar een pagina die concept, besloten of verlopen is of nog niet verschenen; lezers zien de tekst zonder link
    .mend = publiceer die pagina, of haal de link weg
code-value-spelling = een waarde is begrepen, maar anders geschreven dan het hoort: een datum in woorden, een woord voor ja of nee, een titel of label in plaats van een id; de melding zegt hoe de waarde wordt gelezen
    .mend = doe niets als het zo is bedoeld; schrijf anders wat de melding zegt, of voer `samen check --fix` uit
code-words-borrowed = een taal mist teksten van de site of labels, en haar lezers zien die in een andere taal, als zodanig gemerkt; dat wordt per taal één keer gemeld
    .mend = doe niets als niemand ze al kan vertalen; voeg ze anders toe aan `data/strings/<taal>.ftl` en `data/languages/<taal>.yaml`
code-yaml-invalid = de kop of het YAML-bestand kan niet worden gelezen: een tab, een dubbele punt te veel, een aanhalingsteken of haak die niet sluit, een anker (`&`) of alias (`*`)
    .mend = doe wat de hulpregel zegt; meestal: zet de waarde tussen aanhalingstekens
