# The words of the theme in Irish. State: machine.

## On every page
skip-to-content = Téigh go dtí an t-ábhar
shortcuts = Aicearraí
main-navigation = Príomhroghchlár
breadcrumbs = Conair an leathanaigh
languages = Teanga
language-fallback = gan aistriú fós
language-missing = níl an leathanach ar fáil, téigh go dtí an leathanach baile
home = Leathanach baile
help-link = Cabhair ag teastáil?
footer-navigation = Maidir leis an suíomh seo

## Lists
list-count = { $count ->
    [one] { $count } mhír
    [two] { $count } mhír
    [few] { $count } mhír
    [many] { $count } mír
   *[other] { $count } mír
}
list-empty = Níl aon rud anseo fós.
show-all = Féach gach rud: { $title }
pager = Leathanaigh an liosta seo
pager-position = leathanach { $page } as { $pages }
pager-page = Leathanach { $page }
pager-previous = An leathanach roimhe seo
pager-next = An chéad leathanach eile
term-broader = Cuid de
term-narrower = Codanna

## A page
toc = Ar an leathanach seo
facts = Go hachomair
files = Comhaid
files-hint = Fanann comhad a íoslódáiltear ar an ngléas.
related = Féach freisin
backlinks = Leathanaigh a thagraíonn don leathanach seo
neighbours = Roimhe seo agus ina dhiaidh
neighbour-previous = Roimhe seo
neighbour-next = Ar aghaidh
updated-on = Nuashonraithe an
date-and-time = { $date }, { $time }
yes = Tá
no = Níl
badge-draft = Dréacht
badge-illustrative = Sampla

## Notices at the top of a page
notice-draft-label = Dréacht.
notice-draft = Níor foilsíodh an leathanach seo fós.
notice-illustrative-label = Sampla.
notice-illustrative = Cumadh a bhfuil le léamh anseo, ina iomláine nó i bpáirt, chun a thaispeáint conas a oibríonn an mol.
notice-fallback-label = Gan aistriú fós.
notice-fallback = Níl an leathanach seo ar fáil i nGaeilge fós. Tá an téacs i dteanga eile thíos.
notice-machine-translation-label = Aistrithe go huathoibríoch.
notice-machine-translation = Níor sheiceáil aon duine an t-aistriúchán seo fós. Má bhíonn amhras ann, is é an buntéacs atá i bhfeidhm.
notice-draft-translation-label = Aistriúchán idir lámha.
notice-draft-translation = Níor seiceáladh an t-aistriúchán seo fós. Má bhíonn amhras ann, is é an buntéacs atá i bhfeidhm.
notice-outdated-translation-label = Aistriúchán as dáta.
notice-outdated-translation = D’athraigh an buntéacs ó rinneadh an t-aistriúchán seo. Má bhíonn amhras ann, is é an buntéacs atá i bhfeidhm.
notice-event-planned = Tá an cruinniú seo le teacht fós.
notice-event-cancelled = Ní bheidh an cruinniú seo ar siúl.
notice-event-postponed = Beidh an cruinniú seo ar siúl lá eile nach eol fós.
notice-source-link = Téigh go dtí an buntéacs
withheld-label = Achoimre amháin.
withheld = Níl nótaí iomlána an chruinnithe seo poiblí.
confidentiality-public = Poiblí
confidentiality-chatham = Chatham House Rule: is féidir an méid a dúradh a roinnt, ach ní féidir a rá cé a dúirt é
confidentiality-summary = Níl ach an achoimre poiblí
confidentiality-closed = Dúnta

## Meetings
outcomes = Torthaí
outcome = Toradh
outcome-owner = Freagrach
outcome-due = Spriocdháta
deadline-quarter = R{ $number } { $year }
deadline-season-1 = earrach { $year }
deadline-season-2 = samhradh { $year }
deadline-season-3 = fómhar { $year }
deadline-season-4 = geimhreadh { $year }
deadline-approximate = thart ar { $period }
deadline-uncertain = { $period } (neamhchinnte)
deadline-next-meeting = An chéad chruinniú eile
deadline-next-meeting-on = An chéad chruinniú eile, { $date }
deadline-ongoing = Leanúnach
deadline-unknown = Le cinneadh
outcome-state = Stádas
outcome-number = Uimhir
outcome-vote = Vótáil
vote-for = ar son
vote-against = in aghaidh
vote-abstain = staon
vote-present = i láthair
vote-consensus = trí chomhaontú
outcome-agenda = Fós gan réiteach ó chruinnithe roimhe seo
outcome-link = Nasc le { $id }: { $text }
outcome-follow-up = Gníomhartha ón uair dheireanach
outcome-decision = Cinneadh
outcome-action = Gníomh
outcome-recommendation = Moladh
outcome-question = Ceist
state-open = Oscailte
state-in-progress = Idir lámha
state-done = Déanta
state-dropped = Tite ar lár
state-superseded = Ionadaithe

## Help and resources
emergency = An bhfuil tú i mbaol anois?
emergency-call = Glaoigh ar { $number }
phone-hint = D’fhéadfadh glao fanacht le feiceáil i stair ghlaonna an fhóin.
resource-open = Téigh go dtí an acmhainn:

## Boxes in a text
callout-note = Nóta
callout-tip = Leid
callout-important = Tábhachtach
callout-warning = Rabhadh
callout-caution = Aire
callout-help = Cabhair

## Home page
home-doors = Cad atá á lorg agat?
door-stakeholders = Ag obair le chéile
door-stakeholders-text = D’eagraíochtaí agus do rialtais: an méid a pléadh agus a cinneadh, agus cé atá páirteach.
door-professionals = San obair
door-professionals-text = Do ghairmithe: acmhainní le húsáid agus bileoga le roinnt.
door-help = Cabhair a fháil
door-help-text = Do dhuine ar bith a bhfuil cabhair uaidh: cé atá in ann cabhrú, agus conas teagmháil a dhéanamh.
home-activities = Gníomhaíochtaí
home-resources = Na hacmhainní is nua
home-flyers = Bileoga
home-feeds = Fan ar an eolas
home-feeds-text = Tugann léitheoir fothaí nuacht an tsuímh seo chugat, gan seoladh ríomhphoist.

## Addresses that do not exist (any more)
not-found = Níor aimsíodh an leathanach
not-found-text = Níl an leathanach seo ann nó bogadh go seoladh eile é. Bain triail as ceann de na naisc seo.
redirect = Bogadh an leathanach seo
redirect-link = Téigh go dtí an seoladh nua
table-region = Tábla
task-done = Déanta:
task-open = Le déanamh:
footnotes = Fonótaí
footnote-back = Ar ais go dtí an téacs

## Translations
coverage-link = Aistriúcháin an tsuímh seo
coverage = Aistriúcháin
coverage-lead = An méid atá ar an suíomh seo i ngach teanga, agus cá fhad atá gach aistriúchán.
coverage-languages = Teangacha
coverage-language = Teanga
coverage-source = Scríofa sa teanga seo
coverage-reviewed = Seiceáilte ag duine
coverage-draft = Gan seiceáil fós
coverage-machine = Aistrithe go huathoibríoch
coverage-outdated = As dáta
coverage-missing = Gan aistriú
coverage-current = Cothrom le dáta
coverage-share = { $percent } %
coverage-kinds = De réir cineál leathanaigh
coverage-kind = Cineál
coverage-sections = Leathanaigh forbhreathnaithe

## Registers and lists
outcome-meeting = Cruinniú
outcome-overdue = thar téarma
registers = Cláir
parts = Caolaigh
parts-all = Taispeáin gach rud
parts-shown = Ar taispeáint:
parts-reset = Glan na roghanna
sort = Sórtáil
records-all = Féach gach rud: { $title } ({ $count })
follow = Lean an liosta seo
follow-feeds = Insíonn léitheoir fothaí duit cad atá nua:
follow-calendar = Taispeánann clár féilire cad atá le déanamh agus cathain, agus faigheann sé na hathruithe as féin:
follow-open = Oscail i gclár féilire
follow-address = Nó cóipeáil an seoladh seo isteach i do chlár féilire:
data-files = Mar shonraí
data-files-text = An liosta seo mar chomhad, le haghaidh ríomhanna nó le húsáid i gclár eile.

## Feeds and calendars
example-title = { $title } (sampla)
calendar-link = { $title } i d’fhéilire féin

## Citations
cite = Luaigh an acmhainn seo
cite-download = Íoslódáil le haghaidh bainisteoir tagairtí:
figure-source = Foinse:
timeline = Amlíne
history = Athruithe sna miontuairiscí seo

## Glossary, what is new, how this hub works
used-in = Úsáidte i
news-link = Cad atá nua
news = Cad atá nua
news-lead = Na leathanaigh is nua ar an suíomh seo, agus na cinn a athraíodh le déanaí.
news-new = Nua
news-updated = Nuashonraithe
types-link = Conas a oibríonn an mol seo
types = Conas a oibríonn an mol seo
types-lead = Na cineálacha leathanach atá ann, a bhfuil iontu, agus conas a bhaineann siad le chéile.
types-common = Ar gach leathanach
types-common-text = Tá teideal ar gach leathanach. D’fhéadfadh cur síos gearr a bheith air freisin, agus marc a deir gur dréacht nó sampla é.
types-fields = A bhfuil ann
types-required = Líonta isteach i gcónaí
types-private = D’eagarthóirí amháin
types-choices = Ceann de na cinn seo
types-to = Téann go dtí
types-terms = Ón liosta
types-parts = Codanna
types-outcomes = D’fhéadfadh siad seo a bheith sa téacs. Is féidir an méid seo a rá faoi gach ceann acu:
types-confidentiality = Cad is féidir a bheith poiblí
types-level-public = Tá gach rud ar an suíomh.
types-level-chatham = Tá an téacs ar an suíomh. Ní deir sé cé a bhí páirteach, ná cé a dúirt cad é.
types-level-summary = Tá an teideal, an cur síos agus na bunsonraí ar an suíomh. Ní fhoilsítear an téacs ná na comhaid.
types-level-closed = Níl aon rud ar an suíomh, fiú amháin gur tharla sé.
types-fallback-page = Nuair nach bhfuil aistriúchán ann, taispeánann an leathanach an téacs i dteanga eile agus deir sé é sin, mura ndeirtear a mhalairt thíos.
types-fallback-list = Tá sé ar na liostaí i ngach teanga. Nuair nach bhfuil aistriúchán ann, téann siad go dtí an leathanach i dteanga eile.
types-fallback-none = Níl sé ann ach do léitheoirí na dteangacha inar scríobhadh é.
types-glossary = Nuair a úsáideann leathanach eile focal den sórt sin den chéad uair, téann an focal go dtí a mhíniú.
types-languages = Feiceann léitheoirí téacs ina dteanga féin. Mura bhfuil sé ann, feiceann siad é sa chéad teanga eile a bhfuil sé ann inti.
types-otherwise = Mura bhfuil sé ann

data = Sonraí oscailte
data-lead = A bhfuil ar an suíomh seo, mar chomhaid le haghaidh ríomhanna nó athúsáide.
data-link = Sonraí oscailte
data-how = Tá gach liosta ann mar thábla (CSV) do scarbhileog agus mar JSON do ríomhchlár. Athraíonn na comhaid leis an suíomh. Níl eochair ag teastáil. Is féidir gach rud a léamh ar an suíomh féin freisin.
data-licence = Ceadúnas:
data-index = liosta de na comhaid go léir
data-catalog = an liosta céanna do chatalóga sonraí (DCAT)
data-fields = A bhfuil i ngach colún

## The way out
exit = Fág an suíomh seo
exit-title = Nóiméad amháin
exit-twice = Brúigh Shift dhá uair eile chun an suíomh seo a fhágáil.
exit-once = Brúigh Shift uair amháin eile chun an suíomh seo a fhágáil.
menu = Roghchlár
home-next = An chéad chruinniú eile
home-outcomes = Na torthaí is déanaí

## Search
search = Cuardach
search-lead = Aimsigh cinneadh, eagraíocht, acmhainn nó téarma. Fanann a gclóscríobhann tú ar an leathanach seo.
search-link = Cuardach
search-label = Cuardaigh focal
search-count = Torthaí cuardaigh:
search-none = Níor aimsíodh aon rud. Bain triail as focal níos giorra nó focal eile, nó féach ar an liosta thíos.
search-failed = Níl an cuardach ag obair anois. Tá an liosta thíos ag obair.
search-more = Tuilleadh torthaí
search-others = I dteangacha eile freisin
search-kinds = Cineál
search-languages = Teanga
search-all = Gach leathanach
search-group = Chuig an liosta: { $name }
search-kind-section = Forbhreathnú
search-kind-file = Comhad
search-year = Bliain

print-online = Léigh é seo ar líne, i do theanga féin
print-issued = Dáta eisiúna
print-qr = Cód QR don leathanach seo
print-example = Sampla: níor tharla aon rud ar an mbileog seo i ndáiríre.
print-contents = Clár ábhair
paper = Ar pháipéar
paper-download = Íoslódáil (PDF)
paper-preview = An chéad leathanach:
paper-pages =
  { $pages ->
     [one] PDF, { $pages } leathanach
     [two] PDF, { $pages } leathanach
     [few] PDF, { $pages } leathanach
     [many] PDF, { $pages } leathanach
    *[other] PDF, { $pages } leathanach
  }
paper-large = Cló mór
paper-press = Do thithe clódóireachta, le marcanna bearrtha
paper-all = Na teangacha go léir le chéile (ZIP)
paper-languages = I dteanga eile
paper-hint = Fanann a n-íoslódálann tú ar do ghléas. Tá an téacs céanna ar an leathanach seo.
paper-sha256 = Suim sheiceála (SHA-256)
paper-json = Sonraí dóibh siúd ar mian leo nascadh leis (JSON)

# The field in the head
search-close = Dún
search-narrow = Caolaigh na torthaí

copy = Cóipeáil
copied = Cóipeáilte

## Licence, duties and contact
footer-licence-label = Ceadúnas na dtéacsanna:
footer-licence-others = Tá a gceadúnas féin ag acmhainní a rinne daoine eile.
footer-rights = Gach ceart ar cosaint.
footer-source = Cód foinse
footer-imprint = Eolas faoin bhfoilsitheoir
footer-accessibility = Inrochtaineacht
footer-privacy = Príobháideachas
footer-contact = Teagmháil
footer-security = Tuairiscigh fadhb slándála
accessibility-full = Comhlíonann an suíomh seo na ceanglais inrochtaineachta.
accessibility-partial = Comhlíonann an suíomh seo na ceanglais inrochtaineachta i bpáirt.
accessibility-none = Ní chomhlíonann an suíomh seo na ceanglais inrochtaineachta.
accessibility-untested = Níor thástáil aon duine fós an gcomhlíonann an suíomh seo na ceanglais inrochtaineachta.
