# Paano ipi-print, ititiklop at gugupitin ang isang papel, para sa nagpi-print. Hindi isinasalin ang pangalan ng papel.

## Pag-print

both-sides =
    { $edge ->
        [short] { $paper } na papel, magkabilang panig, “flip on short edge”, 100% (huwag “fit to page”).
       *[long] { $paper } na papel, magkabilang panig, “flip on long edge”, 100% (huwag “fit to page”).
    }
one-side = { $paper } na papel, isang panig, 100% (huwag “fit to page”).
sheets = { $sheets } pirasong papel ang isang kopya: panatilihin ang pagkakasunod-sunod.

## Pagtiklop at paggupit

fold-half = Itiklop nang isang beses sa mga marka, nasa labas ang pabalat.
fold-letter =
    { $first ->
        [left] Itiklop na nasa itaas ang loob: unahin ang kaliwang bahagi, saka ipatong ang kanan.
       *[right] Itiklop na nasa itaas ang loob: unahin ang kanang bahagi, saka ipatong ang kaliwa.
    }
fold-z = Itiklop sa mga marka na parang Z, nasa ibabaw ang pabalat.
fold-gate = Itiklop na nasa itaas ang loob: ipasok ang dalawang dulong bahagi hanggang magtagpo sa gitna.
fold-zine = Itiklop sa walo, buksan, gupitin ang putol-putol na guhit, itiklop nang pahaba, at pagtagpuin ang mga dulo.
fold-booklet =
    { $sheets ->
        [1] Itiklop nang isang beses sa mga marka, nasa labas ang pabalat.
       *[other] Pagpatong-patungin nang sunod-sunod ang { $sheets } papel, itiklop sa mga marka, at i-staple sa tiklop.
    }
fold-two-up = Gupitin sa gitna sa mga marka: dalawa sa bawat papel.
fold-cards = Gupitin sa mga marka: { $copies } kard sa bawat papel.
fold-shoe-cards = Gupitin sa mga marka para maging { $copies } piraso; itiklop nang zigzag ang bawat isa, nasa ibabaw ang pabalat.
fold-tear-off = Gupitin ang putol-putol na guhit sa pagitan lang ng mga piraso: pinipilas ang mga ito gamit ang kamay.

## Hindi ipi-print sa opisina

shop = Para sa palimbagan: ipadala ang mga file nang walang binabago.
drums = Isang file sa bawat tinta: i-print nang patong-patong, tig-isang drum. Pantingin lang ang preview.
screen = Para basahin sa screen: ipadala o ilagay sa website. Hindi para i-print.
one-ink = Itim at gray: puwede sa kahit anong photocopier.

## Ang gabay sa pag-print

sheet-title = Paano i-print ang polyetong ito
sheet-file = Buksan ang file na ito: { $file }
sheet-try = Mag-print muna ng isa. Dapat kamukha ito ng mga larawan.
sheet-turn = Sa gilid na may makapal na guhit binabaligtad ang papel.
sheet-folds = Ipinapakita ng putol-putol na guhit kung saan magtitiklop o maggugupit. Hindi ito napi-print.
sheet-copies = Ilan? ______
sheet-front = Harap
sheet-back = Likod
sheet-draft = Draft ang saling ito at hindi pa nasusuri ninuman.
sheet-draft-source = Draft ang teksto ng polyetong ito at hindi pa nasusuri ninuman.
sheet-alt =
    { $side ->
        [front] Ang harap ng na-print na papel, pinaliit.
       *[back] Ang likod ng na-print na papel, pinaliit.
    }

## Mga pahina sa pagsusuri

review-title = Pagsusuri ng salin
review-how = Basahin ang bawat hanay mula sa isang gilid papunta sa kabila. Kung tama ang salin, ilagay ang inyong inisyal sa kahon. Kung hindi, isulat ang mas mabuting salita sa linyang tuldok-tuldok.
review-leaflet = Polyeto: { $name }
review-messages = Mga teksto: { $count }
review-drafts = Mga draft: { $count }
review-outdated-count = Luma na: { $count }
review-missing-count = Hindi pa naisasalin: { $count }
review-text = Teksto
review-source = orihinal
review-translation = salin
review-initials = Inisyal
review-section =
    { $part ->
        [cover] Pabalat
        [aside] Sa tabi ng teksto
        [back] Likod
        [contact] Pakikipag-ugnayan
       *[body] Teksto
    }
review-margin = Sa gilid ng pahina
review-draft = draft
review-approved = inaprubahan ni { $name }
review-until = hanggang { $month }
review-expired = wala nang bisa ang pag-apruba
review-changed = nabago mula nang aprubahan
review-outdated = nagbago na ang orihinal mula noon
review-missing = Hindi pa naisasalin
review-broken = may mali; ipinapakita ayon sa nasa file
review-unread = hindi mabasa sa file nito
review-no-case = Walang ganitong kaso sa wikang ito
review-case = kaso { $case }
review-new = May guhit sa ilalim: bago sa orihinal
review-gone = May guhit sa gitna: wala na sa orihinal
review-value = May mga tuldok sa ilalim: inilalagay ng programa, gaya ng numero ng telepono
