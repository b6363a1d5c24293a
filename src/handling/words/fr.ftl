# Comment une feuille s’imprime, se plie et se coupe, pour qui l’imprime. Les noms des papiers restent tels quels.

## Imprimer

both-sides =
    { $edge ->
        [short] Papier { $paper }, recto verso, retourner sur le bord court, 100 % (pas « ajuster à la page »).
       *[long] Papier { $paper }, recto verso, retourner sur le bord long, 100 % (pas « ajuster à la page »).
    }
one-side = Papier { $paper }, recto seul, 100 % (pas « ajuster à la page »).
sheets = Un exemplaire compte { $sheets } feuilles : gardez-les dans l’ordre.

## Plier et couper

fold-half = Pliez une fois aux repères, la couverture à l’extérieur.
fold-letter =
    { $first ->
        [left] L’intérieur vers le haut, pliez d’abord le volet gauche, puis le droit par-dessus.
       *[right] L’intérieur vers le haut, pliez d’abord le volet droit, puis le gauche par-dessus.
    }
fold-z = Pliez en Z aux repères, la couverture sur le dessus.
fold-gate = L’intérieur vers le haut, rabattez les deux volets extérieurs : ils se rejoignent au milieu.
fold-zine = Pliez en huit, ouvrez, coupez sur les pointillés, pliez en longueur et poussez les bouts vers l’intérieur.
fold-booklet =
    { $sheets ->
        [1] Pliez une fois aux repères, la couverture à l’extérieur.
       *[other] Emboîtez les { $sheets } feuilles, pliez aux repères et agrafez dans le pli.
    }
fold-two-up = Coupez en deux aux repères : deux exemplaires par feuille.
fold-cards = Coupez aux repères : { $copies } cartes par feuille.
fold-shoe-cards = Coupez aux repères en { $copies } bandes ; pliez chacune en accordéon, la couverture sur le dessus.
fold-tear-off = Coupez le long des pointillés, seulement entre les languettes : on les détache à la main.

## Ce qu’un bureau n’imprime pas

shop = Pour une imprimerie : envoyez les fichiers tels quels.
drums = Un fichier par encre : on les imprime l’un sur l’autre, chacun avec son tambour. L’aperçu sert seulement à voir le résultat.
screen = À lire à l’écran : envoyez-le ou mettez-le sur un site Web. Pas fait pour être imprimé.
one-ink = En noir et gris : n’importe quel photocopieur convient.

## La feuille d’impression

sheet-title = Comment imprimer ce dépliant
sheet-file = Ouvrez ce fichier : { $file }
sheet-try = Imprimez-en d’abord un seul. Il doit ressembler aux images.
sheet-turn = La barre épaisse marque le bord sur lequel le papier se retourne.
sheet-folds = Les pointillés montrent où plier ou couper. Ils ne sont pas imprimés.
sheet-copies = Combien ? ______
sheet-front = Recto
sheet-back = Verso
sheet-draft = Cette traduction est une ébauche que personne n’a révisée.
sheet-draft-source = Le texte de ce dépliant est une ébauche que personne n’a révisée.
sheet-alt =
    { $side ->
        [front] Le recto de la feuille imprimée, en petit.
       *[back] Le verso de la feuille imprimée, en petit.
    }

## Feuilles de révision

review-title = Révision d’une traduction
review-how = Lisez chaque rangée d’un côté à l’autre. Si la traduction est bonne, mettez vos initiales dans la case. Sinon, écrivez une meilleure version sur la ligne pointillée.
review-leaflet = Dépliant : { $name }
review-messages = Textes : { $count }
review-drafts = Ébauches : { $count }
review-outdated-count = Pas à jour : { $count }
review-missing-count = Non traduits : { $count }
review-text = Texte
review-source = original
review-translation = traduction
review-initials = Initiales
review-section =
    { $part ->
        [cover] Couverture
        [aside] À côté du texte
        [back] Dos
        [contact] Contact
       *[body] Texte
    }
review-margin = Dans la marge de la page
review-draft = ébauche
review-approved = approuvé par { $name }
review-until = jusqu’à { $month }
review-expired = l’approbation n’est plus valable
review-changed = modifié depuis l’approbation
review-outdated = l’original a changé depuis
review-missing = Pas encore traduit
review-broken = contient une erreur ; montré tel qu’il est dans le fichier
review-unread = ne peut pas être lu dans son fichier
review-no-case = Cette langue n’a pas ce cas
review-case = cas { $case }
review-new = Souligné : nouveau dans l’original
review-gone = Barré : n’est plus dans l’original
review-value = Pointillé dessous : mis par le programme, comme un numéro de téléphone
