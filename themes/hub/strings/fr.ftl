# Words of the theme. State: machine.

## On every page
skip-to-content = Aller au contenu
shortcuts = Accès rapide
main-navigation = Menu principal
breadcrumbs = Fil d’Ariane
languages = Langue
language-fallback = pas encore traduit
language-missing = page non disponible, aller à l’accueil
home = Accueil
help-link = Besoin d’aide ?
footer-navigation = À propos de ce site

## Lists
list-count = { $count ->
    [one] { $count } élément
    [many] { $count } d’éléments
   *[other] { $count } éléments
}
list-empty = Il n’y a encore rien ici.
show-all = Tout voir : { $title }
pager = Pages de cette liste
pager-position = page { $page } sur { $pages }
pager-page = Page { $page }
pager-previous = Page précédente
pager-next = Page suivante
term-broader = Fait partie de
term-narrower = Parties

## A page
toc = Sur cette page
facts = En bref
files = Fichiers
files-hint = Un fichier téléchargé reste sur l’appareil.
related = Voir aussi
backlinks = Pages qui renvoient à celle-ci
neighbours = Précédent et suivant
neighbour-previous = Précédent
neighbour-next = Suivant
updated-on = Mis à jour le
date-and-time = { $date }, { $time }
yes = Oui
no = Non
badge-draft = Brouillon
badge-illustrative = Exemple

## Notices at the top of a page
notice-draft-label = Brouillon.
notice-draft = Cette page n’est pas encore publiée.
notice-illustrative-label = Exemple.
notice-illustrative = Ce que vous lisez ici est inventé, en tout ou en partie, pour montrer comment le portail fonctionne.
notice-fallback-label = Pas encore traduit.
notice-fallback = Cette page n’est pas encore disponible en français. Vous trouverez ci-dessous le texte dans une autre langue.
notice-machine-translation-label = Traduit automatiquement.
notice-machine-translation = Personne n’a encore vérifié cette traduction. En cas de doute, le texte d’origine prévaut.
notice-draft-translation-label = Traduction en cours.
notice-draft-translation = Cette traduction n’a pas encore été vérifiée. En cas de doute, le texte d’origine prévaut.
notice-outdated-translation-label = Traduction à mettre à jour.
notice-outdated-translation = Le texte d’origine a changé depuis cette traduction. En cas de doute, le texte d’origine prévaut.
notice-event-planned = Cette réunion n’a pas encore eu lieu.
notice-event-cancelled = Cette réunion n’aura pas lieu.
notice-event-postponed = Cette réunion aura lieu un autre jour, qui n’est pas encore connu.
notice-source-link = Aller au texte d’origine
withheld-label = Résumé seulement.
withheld = Le compte rendu complet de cette réunion n’est pas public.
confidentiality-public = Public
confidentiality-chatham = Chatham House Rule : on peut répéter ce qui a été dit, mais pas qui l’a dit
confidentiality-summary = Seul le résumé est public
confidentiality-closed = Non public

## Meetings
outcomes = Conclusions
outcome = Conclusion
outcome-owner = Responsable
outcome-due = Échéance
deadline-quarter = { $number }e trimestre { $year }
deadline-season-1 = printemps { $year }
deadline-season-2 = été { $year }
deadline-season-3 = automne { $year }
deadline-season-4 = hiver { $year }
deadline-approximate = vers { $period }
deadline-uncertain = { $period } (incertain)
deadline-next-meeting = Prochaine réunion
deadline-next-meeting-on = Prochaine réunion, { $date }
deadline-ongoing = En continu
deadline-unknown = À définir
outcome-state = État
outcome-number = Numéro
outcome-vote = Vote
vote-for = pour
vote-against = contre
vote-abstain = abstention
vote-present = présents
vote-consensus = par consensus
outcome-agenda = Encore en suspens des réunions précédentes
outcome-link = Lien vers { $id } : { $text }
outcome-follow-up = Actions de la dernière fois
outcome-decision = Décision
outcome-action = Action
outcome-recommendation = Recommandation
outcome-question = Question
state-open = À traiter
state-in-progress = En cours
state-done = Fait
state-dropped = Abandonné
state-superseded = Remplacé

## Help and resources
emergency = Êtes-vous en danger maintenant ?
emergency-call = Appeler le { $number }
phone-hint = Un appel peut rester visible dans l’historique du téléphone.
resource-open = Aller à la ressource :

## Boxes in a text
callout-note = Remarque
callout-tip = Conseil
callout-important = Important
callout-warning = Avertissement
callout-caution = Attention
callout-help = Aide

## Home page
home-doors = Que cherchez-vous ?
door-stakeholders = Travailler ensemble
door-stakeholders-text = Pour les organisations et les pouvoirs publics : ce qui a été discuté et décidé, et qui participe.
door-professionals = Au travail
door-professionals-text = Pour les professionnels : des ressources à utiliser et des dépliants à diffuser.
door-help = Trouver de l’aide
door-help-text = Pour toute personne qui a besoin d’aide : qui peut en donner et comment les joindre.
home-activities = Activités
home-resources = Dernières ressources
home-flyers = Dépliants
home-feeds = Rester informé
home-feeds-text = Avec un lecteur de flux, vous recevez les nouvelles de ce site, sans adresse e-mail.

## Addresses that do not exist (any more)
not-found = Page introuvable
not-found-text = Cette page n’existe pas ou a changé d’adresse. Essayez l’un de ces liens.
redirect = Cette page a changé d’adresse
redirect-link = Aller à la nouvelle adresse
table-region = Tableau
task-done = Fait :
task-open = À faire :
footnotes = Notes de bas de page
footnote-back = Retour au texte

## Translations
coverage-link = Traductions de ce site
coverage = Traductions
coverage-lead = Ce que ce site contient dans chaque langue, et où en est chaque traduction.
coverage-languages = Langues
coverage-language = Langue
coverage-source = Écrit dans cette langue
coverage-reviewed = Vérifié par une personne
coverage-draft = Pas encore vérifié
coverage-machine = Traduit automatiquement
coverage-outdated = Plus à jour
coverage-missing = Non traduit
coverage-current = À jour
coverage-share = { $percent } %
coverage-kinds = Par type de page
coverage-kind = Type
coverage-sections = Pages d’ensemble

## Registers and lists
outcome-meeting = Réunion
outcome-overdue = en retard
registers = Registres
parts = Affiner
parts-all = Tout afficher
parts-shown = Affichés :
parts-reset = Effacer les choix
sort = Trier
records-all = Tout voir : { $title } ({ $count })
follow = Suivre cette liste
follow-feeds = Un lecteur de flux vous signale ce qui est nouveau :
follow-calendar = Un agenda électronique montre les échéances et se met à jour tout seul :
follow-open = Ouvrir dans un agenda électronique
follow-address = Ou copiez cette adresse dans votre agenda électronique :
data-files = Sous forme de données
data-files-text = Cette liste sous forme de fichier, pour calculer ou pour l’utiliser dans un autre programme.

## Feeds and calendars
example-title = { $title } (exemple)
calendar-link = { $title } dans votre propre agenda

## Citations
cite = Citer cette ressource
cite-download = Télécharger pour un gestionnaire de références :
figure-source = Source :
timeline = Chronologie
history = Modifications de ce compte rendu

## Glossary, what is new, how this hub works
used-in = Utilisé dans
news-link = Quoi de neuf
news = Quoi de neuf
news-lead = Les pages les plus récentes de ce site, et les dernières modifiées.
news-new = Nouveau
news-updated = Mis à jour
types-link = Comment fonctionne ce portail
types = Comment fonctionne ce portail
types-lead = Les types de pages, ce qu’elles contiennent et comment elles sont liées.
types-common = Sur chaque page
types-common-text = Chaque page a un titre. Elle peut aussi avoir une brève description, et une mention qui indique que c’est un brouillon ou un exemple.
types-fields = Ce qu’elle contient
types-required = Toujours rempli
types-private = Pour la rédaction seulement
types-choices = Au choix
types-to = Mène à
types-terms = De la liste
types-parts = Parties
types-outcomes = Le texte peut contenir ces éléments. Pour chacun, il peut préciser :
types-confidentiality = Ce qui peut être public
types-level-public = Tout est sur le site.
types-level-chatham = Le texte est sur le site. Il ne dit ni qui a participé, ni qui a dit quoi.
types-level-summary = Le titre, la description et les informations clés sont sur le site. Le texte et les fichiers restent internes.
types-level-closed = Rien n’est sur le site, pas même le fait que la réunion a eu lieu.
types-fallback-page = Si une traduction manque, la page affiche le texte dans une autre langue et le signale, sauf indication contraire ci-dessous.
types-fallback-list = Les listes l’indiquent dans chaque langue. Si une traduction manque, elles mènent à la page dans une autre langue.
types-fallback-none = Seules les personnes qui lisent le site dans les langues d’origine le voient.
types-glossary = Quand une autre page emploie un tel mot pour la première fois, il mène à son explication.
types-languages = Vous voyez un texte dans votre propre langue. S’il manque, vous le voyez dans la langue suivante qui le propose.
types-otherwise = S’il manque

data = Données ouvertes
data-lead = Le contenu de ce site sous forme de fichiers, pour calculer ou pour les réutiliser.
data-link = Données ouvertes
data-how = Chaque liste existe sous forme de tableau (CSV) pour un tableur et en JSON pour un programme. Les fichiers changent avec le site. Aucune clé n’est nécessaire. Tout peut aussi se lire sur le site lui-même.
data-licence = Licence :
data-index = une liste de tous les fichiers
data-catalog = la même liste pour les catalogues de données (DCAT)
data-fields = Ce que contient chaque colonne

## The way out
exit = Quitter ce site
exit-title = Un instant
exit-twice = Appuyez encore deux fois sur Shift pour quitter ce site.
exit-once = Appuyez encore une fois sur Shift pour quitter ce site.
menu = Menu
home-next = Prochaine réunion
home-outcomes = Dernières conclusions

## Search
search = Recherche
search-lead = Trouvez une décision, une organisation, une ressource ou un terme. Ce que vous tapez reste dans cette page.
search-link = Recherche
search-label = Rechercher un mot
search-count = Résultats :
search-none = Rien trouvé. Essayez un mot plus court ou différent, ou regardez dans la liste ci-dessous.
search-failed = La recherche ne fonctionne pas actuellement. La liste ci-dessous fonctionne.
search-more = Plus de résultats
search-others = Aussi dans d’autres langues
search-kinds = Type
search-languages = Langue
search-all = Toutes les pages
search-group = Vers la liste : { $name }
search-kind-section = Vue d’ensemble
search-kind-file = Fichier
search-year = Année

print-online = Lisez ceci en ligne, dans votre langue
print-issued = Date d’édition
print-qr = Code QR vers cette page
print-example = Exemple : rien de ce qui figure sur cette feuille n’a eu lieu.
print-contents = Sommaire
paper = Sur papier
paper-download = Télécharger (PDF)
paper-preview = Première page de
paper-pages =
  { $pages ->
     [one] PDF, { $pages } page
     [many] PDF, { $pages } de pages
    *[other] PDF, { $pages } pages
  }
paper-large = Gros caractères
paper-press = Pour l’imprimerie, avec traits de coupe
paper-all = Toutes les langues ensemble (ZIP)
paper-languages = Dans une autre langue
paper-hint = Ce que vous téléchargez reste sur votre appareil. Cette page contient le même texte.
paper-sha256 = Somme de contrôle (SHA-256)
paper-json = Données pour créer un lien vers cette page (JSON)

# The field in the head
search-close = Fermer
search-narrow = Limiter les résultats

copy = Copier
copied = Copié

## Licence, duties and contact
footer-licence-label = Licence des textes :
footer-licence-others = Les ressources produites par d’autres ont leur propre licence.
footer-rights = Tous droits réservés.
footer-source = Code source
footer-imprint = Mentions légales
footer-accessibility = Accessibilité
footer-privacy = Protection des données
footer-contact = Contact
footer-security = Signaler un problème de sécurité
accessibility-full = Ce site respecte les exigences d’accessibilité.
accessibility-partial = Ce site respecte en partie les exigences d’accessibilité.
accessibility-none = Ce site ne respecte pas les exigences d’accessibilité.
accessibility-untested = Personne n’a encore vérifié si ce site respecte les exigences d’accessibilité.
