# The words of the theme in Finnish. State: machine.

## On every page
skip-to-content = Siirry sisältöön
shortcuts = Pikalinkit
main-navigation = Päävalikko
breadcrumbs = Murupolku
languages = Kieli
language-fallback = ei vielä käännetty
language-missing = sivua ei ole saatavilla, siirry etusivulle
home = Etusivu
help-link = Tarvitsetko apua?
footer-navigation = Tietoa sivustosta

## Lists
list-count = { $count ->
    [one] { $count } kohde
   *[other] { $count } kohdetta
}
list-empty = Täällä ei ole vielä mitään.
show-all = Näytä kaikki: { $title }
pager = Tämän luettelon sivut
pager-position = sivu { $page }/{ $pages }
pager-page = Sivu { $page }
pager-previous = Edellinen sivu
pager-next = Seuraava sivu
term-broader = Kuuluu kokonaisuuteen
term-narrower = Osat

## A page
toc = Tällä sivulla
facts = Lyhyesti
files = Tiedostot
files-hint = Ladattu tiedosto jää laitteelle.
related = Katso myös
backlinks = Sivut, jotka viittaavat tähän sivuun
neighbours = Edellinen ja seuraava
neighbour-previous = Edellinen
neighbour-next = Seuraava
updated-on = Päivitetty
date-and-time = { $date } klo { $time }
yes = Kyllä
no = Ei
badge-draft = Luonnos
badge-illustrative = Esimerkki

## Notices at the top of a page
notice-draft-label = Luonnos.
notice-draft = Tätä sivua ei ole vielä julkaistu.
notice-illustrative-label = Esimerkki.
notice-illustrative = Kaikki tai osa tästä tekstistä on keksitty näyttämään, miten tietopankki toimii.
notice-fallback-label = Ei vielä käännetty.
notice-fallback = Tämä sivu ei ole vielä saatavilla suomeksi. Alla on teksti toisella kielellä.
notice-machine-translation-label = Käännetty automaattisesti.
notice-machine-translation = Kukaan ei ole vielä tarkistanut tätä käännöstä. Epäselvissä tapauksissa alkuperäinen teksti on ratkaiseva.
notice-draft-translation-label = Käännös on kesken.
notice-draft-translation = Tätä käännöstä ei ole vielä tarkistettu. Epäselvissä tapauksissa alkuperäinen teksti on ratkaiseva.
notice-outdated-translation-label = Käännös on vanhentunut.
notice-outdated-translation = Alkuperäinen teksti on muuttunut tämän käännöksen jälkeen. Epäselvissä tapauksissa alkuperäinen teksti on ratkaiseva.
notice-event-planned = Tämä kokous on vasta tulossa.
notice-event-cancelled = Tätä kokousta ei pidetä.
notice-event-postponed = Tämä kokous pidetään toisena päivänä, joka ei ole vielä tiedossa.
notice-source-link = Siirry alkuperäiseen tekstiin
withheld-label = Vain tiivistelmä.
withheld = Tämän kokouksen täydelliset muistiinpanot eivät ole julkisia.
confidentiality-public = Julkinen
confidentiality-chatham = Chatham House Rule: sanotun saa kertoa eteenpäin, mutta ei sitä, kuka sen sanoi
confidentiality-summary = Vain tiivistelmä on julkinen
confidentiality-closed = Suljettu

## Meetings
outcomes = Tulokset
outcome = Tulos
outcome-owner = Vastuutaho
outcome-due = Määräaika
deadline-quarter = { $year }, { $number }. neljännes
deadline-season-1 = kevät { $year }
deadline-season-2 = kesä { $year }
deadline-season-3 = syksy { $year }
deadline-season-4 = talvi { $year }
deadline-approximate = noin { $period }
deadline-uncertain = { $period } (epävarma)
deadline-next-meeting = Seuraava kokous
deadline-next-meeting-on = Seuraava kokous, { $date }
deadline-ongoing = Jatkuva
deadline-unknown = Päätetään myöhemmin
outcome-state = Tila
outcome-number = Numero
outcome-vote = Äänestys
vote-for = puolesta
vote-against = vastaan
vote-abstain = tyhjää
vote-present = läsnä
vote-consensus = yksimielisesti
outcome-agenda = Edelleen avoinna aiemmista kokouksista
outcome-link = Linkki kohteeseen { $id }: { $text }
outcome-follow-up = Edellisen kerran toimenpiteet
outcome-decision = Päätös
outcome-action = Toimenpide
outcome-recommendation = Suositus
outcome-question = Kysymys
state-open = Avoin
state-in-progress = Kesken
state-done = Valmis
state-dropped = Rauennut
state-superseded = Korvattu

## Help and resources
emergency = Oletko nyt vaarassa?
emergency-call = Soita numeroon { $number }
phone-hint = Puhelu voi jäädä näkyviin puhelimen puheluluetteloon.
resource-open = Siirry aineistoon:

## Boxes in a text
callout-note = Huomautus
callout-tip = Vinkki
callout-important = Tärkeää
callout-warning = Varoitus
callout-caution = Huomio
callout-help = Apu

## Home page
home-doors = Mitä etsit?
door-stakeholders = Yhteistyö
door-stakeholders-text = Järjestöille ja viranomaisille: mitä on käsitelty ja päätetty ja ketkä ovat mukana.
door-professionals = Työssä
door-professionals-text = Ammattilaisille: aineistoja käyttöön ja esitteitä jaettavaksi.
door-help = Avun löytäminen
door-help-text = Kaikille apua tarvitseville: kuka voi auttaa ja miten heidät tavoittaa.
home-activities = Toiminnot
home-resources = Uusimmat aineistot
home-flyers = Esitteet
home-feeds = Pysy ajan tasalla
home-feeds-text = Syötteenlukijalla saat sivuston uutiset ilman sähköpostiosoitetta.

## Addresses that do not exist (any more)
not-found = Sivua ei löytynyt
not-found-text = Tätä sivua ei ole, tai se on siirretty toiseen osoitteeseen. Kokeile jotakin näistä linkeistä.
redirect = Tämä sivu on siirretty
redirect-link = Siirry uuteen osoitteeseen
table-region = Taulukko
task-done = Tehty:
task-open = Tekemättä:
footnotes = Alaviitteet
footnote-back = Takaisin tekstiin

## Translations
coverage-link = Sivuston käännökset
coverage = Käännökset
coverage-lead = Mitä sivustolla on kullakin kielellä ja miten pitkällä käännökset ovat.
coverage-languages = Kielet
coverage-language = Kieli
coverage-source = Kirjoitettu tällä kielellä
coverage-reviewed = Ihmisen tarkistama
coverage-draft = Ei vielä tarkistettu
coverage-machine = Käännetty automaattisesti
coverage-outdated = Vanhentunut
coverage-missing = Ei käännetty
coverage-current = Ajan tasalla
coverage-share = { $percent } %
coverage-kinds = Sivutyypeittäin
coverage-kind = Tyyppi
coverage-sections = Koontisivut

## Registers and lists
outcome-meeting = Kokous
outcome-overdue = myöhässä
registers = Rekisterit
parts = Rajaa
parts-all = Näytä kaikki
parts-shown = Näytetään:
parts-reset = Tyhjennä valinnat
sort = Järjestä
records-all = Näytä kaikki: { $title } ({ $count })
follow = Seuraa tätä luetteloa
follow-feeds = Syötteenlukija kertoo, mitä uutta on:
follow-calendar = Kalenteriohjelma näyttää, mitä pitää olla valmiina ja milloin, ja hakee muutokset itse:
follow-open = Avaa kalenteriohjelmassa
follow-address = Tai kopioi tämä osoite kalenteriohjelmaasi:
data-files = Datana
data-files-text = Tämä luettelo tiedostona laskentaa tai toista ohjelmaa varten.

## Feeds and calendars
example-title = { $title } (esimerkki)
calendar-link = { $title } omassa kalenterissasi

## Citations
cite = Viittaa tähän aineistoon
cite-download = Lataa viitteidenhallintaohjelmaan:
figure-source = Lähde:
timeline = Aikajana
history = Muutokset tässä pöytäkirjassa

## Glossary, what is new, how this hub works
used-in = Käytetään sivuilla
news-link = Uutta
news = Uutta
news-lead = Sivuston uusimmat ja viimeksi muuttuneet sivut.
news-new = Uusi
news-updated = Päivitetty
types-link = Näin tietopankki toimii
types = Näin tietopankki toimii
types-lead = Millaisia sivuja on, mitä ne sisältävät ja miten ne liittyvät toisiinsa.
types-common = Jokaisella sivulla
types-common-text = Jokaisella sivulla on otsikko. Sillä voi olla myös lyhyt kuvaus sekä merkintä, joka kertoo sen olevan luonnos tai esimerkki.
types-fields = Mitä se sisältää
types-required = Täytetään aina
types-private = Vain toimittajille
types-choices = Jokin näistä
types-to = Johtaa sivulle
types-terms = Luettelosta
types-parts = Osat
types-outcomes = Tekstissä voi olla näitä. Kustakin voidaan kertoa:
types-confidentiality = Mikä voi olla julkista
types-level-public = Kaikki on sivustolla.
types-level-chatham = Teksti on sivustolla. Se ei kerro, ketkä osallistuivat, eikä kuka sanoi mitäkin.
types-level-summary = Otsikko, kuvaus ja perustiedot ovat sivustolla. Tekstiä ja tiedostoja ei julkaista.
types-level-closed = Sivustolla ei ole mitään, ei edes sitä, että kokous pidettiin.
types-fallback-page = Jos käännös puuttuu, sivu näyttää tekstin toisella kielellä ja kertoo siitä, ellei alla toisin sanota.
types-fallback-list = Se mainitaan luetteloissa jokaisella kielellä. Jos käännös puuttuu, ne johtavat erikieliselle sivulle.
types-fallback-none = Se on vain niiden kielten lukijoille, joilla se on kirjoitettu.
types-glossary = Kun toinen sivu käyttää tällaista sanaa ensimmäisen kerran, sana johtaa selitykseensä.
types-languages = Lukijat näkevät tekstin omalla kielellään. Jos se puuttuu, he näkevät sen seuraavalla kielellä, jolla se on.
types-otherwise = Jos se puuttuu

data = Avoin data
data-lead = Sivuston sisältö tiedostoina laskentaa tai jatkokäyttöä varten.
data-link = Avoin data
data-how = Jokainen luettelo on saatavilla taulukkona (CSV) taulukkolaskentaan ja JSON-muodossa ohjelmille. Tiedostot muuttuvat sivuston mukana. Avainta ei tarvita. Kaiken voi lukea myös itse sivustolta.
data-licence = Lisenssi:
data-index = luettelo kaikista tiedostoista
data-catalog = sama luettelo datakatalogeille (DCAT)
data-fields = Mitä kukin sarake sisältää

## The way out
exit = Poistu sivustolta
exit-title = Hetkinen
exit-twice = Poistu sivustolta painamalla Shift vielä kaksi kertaa.
exit-once = Poistu sivustolta painamalla Shift vielä kerran.
menu = Valikko
home-next = Seuraava kokous
home-outcomes = Uusimmat tulokset

## Search
search = Haku
search-lead = Etsi päätös, organisaatio, aineisto tai termi. Kirjoittamasi teksti pysyy tällä sivulla.
search-link = Haku
search-label = Hae sanalla
search-count = Hakutulokset:
search-none = Mitään ei löytynyt. Kokeile lyhyempää tai toista sanaa tai katso alla olevaa luetteloa.
search-failed = Haku ei toimi juuri nyt. Alla oleva luettelo toimii.
search-more = Lisää tuloksia
search-others = Myös muilla kielillä
search-kinds = Tyyppi
search-languages = Kieli
search-all = Kaikki sivut
search-group = Luetteloon: { $name }
search-kind-section = Koonti
search-kind-file = Tiedosto
search-year = Vuosi

print-online = Lue tämä verkossa omalla kielelläsi
print-issued = Julkaisupäivä
print-qr = QR-koodi tälle sivulle
print-example = Esimerkki: mitään tällä arkilla kerrottua ei ole oikeasti tapahtunut.
print-contents = Sisällys
paper = Paperilla
paper-download = Lataa (PDF)
paper-preview = Ensimmäinen sivu:
paper-pages =
  { $pages ->
     [one] PDF, { $pages } sivu
    *[other] PDF, { $pages } sivua
  }
paper-large = Isotekstinen
paper-press = Painotaloille, leikkausmerkeillä
paper-all = Kaikki kielet yhdessä (ZIP)
paper-languages = Toisella kielellä
paper-hint = Lataamasi tiedosto jää laitteellesi. Tällä sivulla on sama teksti.
paper-sha256 = Tarkistussumma (SHA-256)
paper-json = Tiedot linkittäjille (JSON)

# The field in the head
search-close = Sulje
search-narrow = Rajaa tuloksia

copy = Kopioi
copied = Kopioitu

## Licence, duties and contact
footer-licence-label = Tekstien lisenssi:
footer-licence-others = Muiden tekemillä aineistoilla on oma lisenssinsä.
footer-rights = Kaikki oikeudet pidätetään.
footer-source = Lähdekoodi
footer-imprint = Julkaisijan tiedot
footer-accessibility = Saavutettavuus
footer-privacy = Tietosuoja
footer-contact = Yhteystiedot
footer-security = Ilmoita tietoturvaongelmasta
accessibility-full = Sivusto täyttää saavutettavuusvaatimukset.
accessibility-partial = Sivusto täyttää saavutettavuusvaatimukset osittain.
accessibility-none = Sivusto ei täytä saavutettavuusvaatimuksia.
accessibility-untested = Kukaan ei ole vielä testannut, täyttääkö sivusto saavutettavuusvaatimukset.
