# How a sheet is printed, folded and cut, for who prints it. Names of papers stay as they are.

## Printing

# $paper: the name of the paper. $edge: "short" or "long", the edge that the sheet is turned over.
both-sides =
    { $edge ->
        [short] { $paper } paper, both sides, flip on short edge, 100 % (not “fit to page”).
       *[long] { $paper } paper, both sides, flip on long edge, 100 % (not “fit to page”).
    }
# $paper: the name of the paper.
one-side = { $paper } paper, one side, 100 % (not “fit to page”).
# $sheets: how many sheets a leaflet of pages has.
sheets = { $sheets } sheets make one: keep them in their order.

## Folding and cutting, by the name of the fold

fold-half = Fold once at the ticks, with the cover outside.
# $first: "right" or "left", the side of the panel that is folded in first.
fold-letter =
    { $first ->
        [left] Fold with the inside up: first the left panel, then the right one over it.
       *[right] Fold with the inside up: first the right panel, then the left one over it.
    }
fold-z = Fold at the ticks like a Z, with the cover on top.
fold-gate = Fold with the inside up: both outer panels in, so that they meet in the middle.
fold-zine = Fold into eight, open, cut the dashes, fold lengthwise, push the ends in.
# $sheets: how many sheets lie in each other.
fold-booklet =
    { $sheets ->
        [1] Fold once at the ticks, with the cover outside.
       *[other] Put the { $sheets } sheets into each other, fold at the ticks, staple in the fold.
    }
fold-two-up = Cut in half at the ticks: two of one sheet.
# $copies: how many cards a sheet has.
fold-cards = Cut at the ticks: { $copies } cards of one sheet.
# $copies: how many strips a sheet has.
fold-shoe-cards = Cut at the ticks into { $copies } strips; fold each in zigzag, with the cover on top.
fold-tear-off = Cut along the dashes, only between the strips: they are torn off by hand.

## What no office prints

shop = For a print shop: send the files as they are.
drums = One file an ink: print them over each other, a drum each. The preview is only to look at.
screen = To read on a screen: send it, or put it on a website. Not made for printing.
one-ink = In black and grey: any copier will do.

## The print sheet: a page that says how one leaflet is printed

sheet-title = How to print this leaflet
# $file: the name of the file.
sheet-file = Open this file: { $file }
sheet-try = Print one first. It must look like the pictures.
sheet-turn = The thick bar marks the edge that the paper turns over.
sheet-folds = Dashed lines show where to fold or cut. They are not printed.
sheet-copies = How many? ______
sheet-front = Front
sheet-back = Back
sheet-draft = This translation is a draft that nobody has reviewed.
# Of the language that the others are translated from.
sheet-draft-source = The text of this leaflet is a draft that nobody has reviewed.
# For who can't see the picture. $side: "front" or "back".
sheet-alt =
    { $side ->
        [front] The front of the printed sheet, small.
       *[back] The back of the printed sheet, small.
    }

## Review pages

review-title = Review of a translation
review-how = Read each row from side to side. If the translation is right, put your initials in the box. If not, write the better words on the dotted line.
review-leaflet = Leaflet: { $name }
review-messages = Texts: { $count }
review-drafts = Drafts: { $count }
review-outdated-count = Out of date: { $count }
review-missing-count = Not translated: { $count }
review-text = Text
review-source = source
review-translation = translation
review-initials = Initials
# What a section is called that has no heading. $part: "cover", "aside" (seen beside the text), "back", "contact" or "body".
review-section =
    { $part ->
        [cover] Cover
        [aside] Beside the text
        [back] Back
        [contact] Contact
       *[body] Text
    }
review-margin = In the margin of the page
review-draft = draft
review-approved = approved by { $name }
review-until = until { $month }
review-expired = the approval has run out
review-changed = changed since it was approved
review-outdated = the source changed since then
review-missing = Not translated yet
review-broken = has a mistake; shown as it stands in the file
review-unread = can’t be read from its file
review-no-case = This language has no such case
review-case = case { $case }
review-new = Underlined: new in the source
review-gone = Struck out: no longer in the source
review-value = Dots below: filled in by the program, such as a phone number
