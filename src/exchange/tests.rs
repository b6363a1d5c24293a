//! Files of all formats, written and read again.

use super::*;

fn unit(base: &str, case: Option<&str>, source: &str, translation: &str) -> Unit {
    Unit {
        file: "card.ftl".to_owned(),
        base: base.to_owned(),
        case: case.map(|key| UnitCase {
            key: key.to_owned(),
            is_default: key == "other",
            selector: "$count".to_owned(),
        }),
        source: source.to_owned(),
        translation: translation.to_owned(),
        comment: "$phone (String): a \"number\"\nof two lines".to_owned(),
        section: "Front".to_owned(),
        state: if translation.is_empty() { State::Missing } else { State::Draft },
        was: None,
        stamp: "0123456789ab-cdef01234567".to_owned(),
        room: None,
    }
}

fn document() -> Document {
    let mut units = vec![
        unit(
            "card-help",
            None,
            "<strong>{ $a }</strong> is <em>{ $b }</em><br/>",
            "<em>{$b}</em> & <strong>{ $a }</strong>",
        ),
        unit("-clinic", None, "Clinic", "=Klinik"),
        unit("x.alt", None, "one\n\ntwo \"three\"", "- a\n\n\"b\" \\ c;d,e"),
        unit("formula", None, "+1", "'=1+1"),
        unit("missing", None, "Not there", ""),
        unit("plus", None, "@", "@SUM(A1) _x000D_ \u{A0}"),
        unit("apples", Some("one"), "an apple", "яблоко"),
        unit("apples", Some("few"), "{ $count } apples", "{ $count } яблока"),
        unit("apples", Some("many"), "{ $count } apples", ""),
        unit("pick", Some("a"), "A", "А"),
        unit("pick", Some("other"), "B", "Б"),
    ];
    units[0].was = Some("was <strong>".to_owned());
    units[0].state = State::Outdated;
    let counting = crate::content::counted_as(&crate::locale::Locale::parse("ru").unwrap());
    let (source, locale, language) = ("en".to_owned(), "ru".to_owned(), "Russian".to_owned());
    Document { source, locale, language, is_rtl: false, counting, units }
}

/// The texts of a file, as `id = translation`.
fn texts(parsed: &Parsed) -> Vec<(String, String)> {
    assert_eq!(parsed.faults, []);
    let text = |found: &Found| (found.id.clone().unwrap(), found.translation.clone());
    parsed.units.iter().map(text).collect()
}

fn expected() -> Vec<(String, String)> {
    document().units.iter().map(|unit| (unit.id(), unit.translation.clone())).collect()
}

fn is_known(id: &str) -> bool {
    document().units.iter().any(|unit| unit.id() == id || unit.base == id)
}

fn utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap().trim_start_matches('\u{FEFF}').to_owned()
}

/// What each format makes of the document.
fn all() -> Vec<(&'static str, Parsed)> {
    let document = document();
    vec![
        ("csv", read_csv(&utf8(write_csv(&document)), &is_known)),
        ("xlsx", read_xlsx(&write_xlsx(&document), &is_known)),
        ("po", read_po(&utf8(write_po(&document)), &document.counting, &is_known)),
        ("xliff", read_xliff(&utf8(write_xliff(&document)), &document.counting, &is_known)),
        ("xliff2", read_xliff(&utf8(write_xliff2(&document)), &document.counting, &is_known)),
    ]
}

#[test]
fn every_format_gives_back_what_it_was_given() {
    for (format, parsed) in all() {
        assert_eq!(texts(&parsed), expected(), "{format}");
        assert_eq!(parsed.locale.as_ref().map(|(tag, _)| tag.as_str()), Some("ru"), "{format}");
        let stamps =
            parsed.units.iter().all(|found| found.stamp.as_deref() == Some("0123456789ab-cdef01234567"));
        assert!(stamps, "{format}");
    }
}

#[test]
fn every_format_gives_back_odd_texts() {
    let odd = [
        "a\u{2028}b\u{A0}",
        "\u{202B}עברית\u{202C} \u{200F}",
        "tab\there",
        "👩‍👩‍👧 🇨🇦 e\u{301}",
        "&amp; &lt;b&gt; <br/> ]]> <!-- --> &#65;",
        "'=x",
        "''@x",
        "=1\n\n+2\n\n-3",
        "\"quoted\" and \"\"",
        "_x0041_ _x005F_",
        "C:\\new\\\"\\",
        "a;b,c|d",
        "{\"{\"} {$a} { $b } {\"\\u00A0\"}",
        "<a data-l10n-name=\"x\">{ $a }</a></em><em>",
        "#~ msgid \"x\"",
        " leading and trailing ",
        "+١٢٣",
        "1e5",
        "007",
        "TRUE",
        "2026-05-01",
    ];
    let mut document = document();
    document.units = odd.iter().map(|text| unit("card-help", None, text, text)).collect();
    let utf8 = |bytes| utf8(bytes);
    for (format, parsed) in [
        ("csv", read_csv(&utf8(write_csv(&document)), &is_known)),
        ("xlsx", read_xlsx(&write_xlsx(&document), &is_known)),
        ("po", read_po(&utf8(write_po(&document)), &document.counting, &is_known)),
        ("xliff", read_xliff(&utf8(write_xliff(&document)), &document.counting, &is_known)),
        ("xliff2", read_xliff(&utf8(write_xliff2(&document)), &document.counting, &is_known)),
    ] {
        let found: Vec<String> = texts(&parsed).into_iter().map(|(_, text)| text).collect();
        assert_eq!(found, odd, "{format}");
    }
}

#[test]
fn a_file_is_the_same_each_time() {
    assert_eq!(write_xlsx(&document()), write_xlsx(&document()));
}

#[test]
fn cases_are_plural_forms_where_they_are_those_of_numbers() {
    let po = utf8(write_po(&document()));
    assert!(po.contains("msgctxt \"apples\"\nmsgid \"an apple\"\nmsgid_plural"), "{po}");
    assert!(po.contains("msgstr[1] \"{ $count } яблока\"\nmsgstr[2] \"\""), "{po}");
    assert!(po.contains("msgctxt \"pick[a]\"\nmsgid \"A\"\nmsgstr \"А\""), "{po}");
    assert!(po.contains("#, fuzzy\n#| msgid \"was <strong>\"\nmsgctxt \"card-help\""), "{po}");
}

#[test]
fn a_case_that_no_whole_number_is_of_goes_by_itself() {
    let mut document = document();
    document.units = ["one", "few", "many", "other"].map(|key| unit("apples", Some(key), "x", key)).to_vec();
    let po = utf8(write_po(&document));
    assert!(po.contains("msgstr[2] \"many\"\n") && po.contains("msgctxt \"apples[other]\"\n"), "{po}");
    let texts = texts(&read_po(&po, &document.counting, &is_known));
    assert_eq!(
        texts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(),
        ["one", "few", "many", "other"]
    );
}

fn csv(text: &str) -> Vec<(String, String)> {
    texts(&read_csv(text, &is_known))
}

#[test]
fn tables_may_be_sorted_and_cut_and_renamed() {
    let wanted =
        vec![("missing".to_owned(), "neu".to_owned()), ("plus".to_owned(), "mehr; \"x\"".to_owned())];
    for table in [
        "file,id,source,translation\na,missing,x,neu\na,plus,y,\"mehr; \"\"x\"\"\"\n",
        "id;translation\r\nmissing;neu\r\nplus;\"mehr; \"\"x\"\"\"\r\n",
        "translation\tid\nneu\tmissing\n\"mehr; \"\"x\"\"\"\tplus\n",
        "Datei;Name;Quelle;Übersetzung\n;missing;x;neu\n;plus;y;\"mehr; \"\"x\"\"\"\n",
        "a;missing;x;neu\na;plus;y;\"mehr; \"\"x\"\"\"\n",
        "notes,location,source,target\n,card.ftl:missing,x,neu\n,card.ftl:plus,y,\"mehr; \"\"x\"\"\"\n",
        "file,id,source,translation,,\n\n,,,,,\na,missing,x,neu,,\na,plus,y,\"mehr; \"\"x\"\"\",,\n",
    ] {
        assert_eq!(csv(table), wanted, "{table}");
    }
}

/// What is wrong with a text, and the text at its place.
fn fault(parsed: &Parsed, text: &str) -> (String, String) {
    let fault = parsed.faults.first().unwrap_or_else(|| panic!("nothing is wrong with {text}"));
    assert_eq!(parsed.faults.len(), 1, "{:?}", parsed.faults);
    let shown = parsed.shown.as_deref().unwrap_or(text);
    (fault.kind.to_string(), shown[fault.place.clone()].to_owned())
}

#[test]
fn what_is_wrong_with_a_table_is_told_at_its_place() {
    for (table, told, place) in [
        ("a,b\nc,d\n", "no column holds the names of the texts", "a"),
        ("id,comment\nmissing,d\n", "no column is called “translation”", "id"),
        ("id,translation\nmissing,\"d\n", "a quotation mark is opened and not closed", "\""),
    ] {
        assert_eq!(fault(&read_csv(table, &is_known), table), (told.to_owned(), place.to_owned()));
    }
}

#[test]
fn what_is_wrong_with_a_po_file_is_told_at_its_place() {
    for (text, told, place) in [
        ("msgid \"a\"\nmsgstr \"b\nmsgid \"c\"\n", "a quotation mark is opened and not closed", "\"b"),
        ("msgid \"a\"\nmsgstr \"b\" c\"\n", "this line means nothing in a PO file", "\" c\""),
        ("msgid \"a\"\nmsgstr \"\\q\"\n", "this backslash means nothing in a PO file", "\\q"),
        ("hello\n", "this line means nothing in a PO file", "hello"),
        ("\"x\"\n", "this line means nothing in a PO file", "\"x\""),
        ("msgstr \"x\"\n", "a translation stands here without its msgid", "msgstr \"x\""),
        ("msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"\"\n", "no msgstr follows this msgid", "\"a\"\n\n"),
        (
            "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=CP1252\\n\"\n",
            "it says that it is written in CP1252, and not in UTF-8",
            "\"Content-Type: text/plain; charset=CP1252\\n\"",
        ),
        (
            "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"\"\nmsgstr[7] \"x\"\n",
            "there is no plural form 7 in this language",
            "\"x\"",
        ),
        (
            "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=n>7;\\n\"\n\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"\"\n",
            "the Plural-Forms of its header can’t be understood",
            "\"a\"",
        ),
    ] {
        let parsed = read_po(text, &document().counting, &is_known);
        assert_eq!(fault(&parsed, text), (told.to_owned(), place.to_owned()));
    }
}

#[test]
fn po_files_of_others_are_read() {
    let text = "# Translators: X\n#, fuzzy\nmsgid \"\"\nmsgstr \"\"\n\"Language: ru\\n\"\n\"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n\"\n\"%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n\"\n\n#: card.ftl:missing\n#, fuzzy\n#| msgid \"old\"\nmsgid \"\"\n\"Not \"\n\"there\"\nmsgstr \"\"\n\"Нет\\n\"\n\"\\n\"\n\"там\"\n#~ msgid \"gone\"\n#~ msgstr \"x\"\n#, c-format\nmsgctxt \"apples\"\nmsgid \"an apple\"\nmsgid_plural \"\"\n\"apples\"\nmsgstr[0] \"a\"\nmsgstr[1] \"b\"\nmsgstr[2] \"c\"\n";
    let parsed = read_po(text, &document().counting, &is_known);
    let wanted =
        [("missing", "Нет\n\nтам"), ("apples[one]", "a"), ("apples[few]", "b"), ("apples[many]", "c")];
    let wanted = wanted.map(|(id, text)| (id.to_owned(), text.to_owned()));
    assert_eq!(texts(&parsed), wanted);
    assert!(parsed.units[0].doubt.is_some() && parsed.units[1].doubt.is_none());
    assert_eq!(parsed.units[0].source.as_deref(), Some("Not there"));
}

#[test]
fn what_is_wrong_with_xliff_is_told_at_its_place() {
    let unit = |target: &str| {
        format!(
            "<xliff version='1.2'><file original='card.ftl'><body><trans-unit id='plus'><source>a<x id='1' equiv-text='{{ $a }}'/></source><target>{target}</target></trans-unit></body></file></xliff>"
        )
    };
    for (text, told, place) in [
        ("<html/>".to_owned(), "it is XML, and no XLIFF 1.2 or 2", "<"),
        (
            unit("<x id='9'/>"),
            "the inline code “<x id=\"9\">” stands for nothing that the source text has",
            "<x id='9'/>",
        ),
        (unit("<g>"), "it can’t be read as XLIFF: expected 'g' tag, not 'target' at 1:136", "<"),
    ] {
        let (message, at) = fault(&read_xliff(&text, &[], &is_known), &text);
        assert_eq!((message.as_str(), at.as_str()), (told, place), "{text}");
    }
    let deep = format!("<xliff>{}", "<g>".repeat(100_000));
    assert_eq!(read_xliff(&deep, &[], &is_known).faults.len(), 1);
    // Neither brackets in values nor ends in comments hide it.
    for (open, close) in [("<g a=\"/>\">", "</g>"), ("<g><!--</g>-->", "</g>")] {
        let hidden = format!("<xliff>{}{}</xliff>", open.repeat(30_000), close.repeat(30_000));
        assert_eq!(read_xliff(&hidden, &[], &is_known).faults.len(), 1, "{open}");
    }
    let unclosed = format!("<xliff>{}", "<a".repeat(1_000_000));
    assert_eq!(read_xliff(&unclosed, &[], &is_known).faults.len(), 1);
    let entities = "<!DOCTYPE x [<!ENTITY a 'b'>]><xliff>&a;</xliff>";
    assert_eq!(read_xliff(entities, &[], &is_known).faults.len(), 1);
}

#[test]
fn codes_without_what_they_stand_for_are_those_of_the_source_text() {
    let text = "<xliff version='1.2'><file original='card.ftl' target-language='ru'><body><trans-unit id='plus'><source>a<bpt id='1'>&lt;em&gt;</bpt>b<ept id='1'>&lt;/em&gt;</ept><ph id='2'>{ $a }</ph></source><target><x id='2'/> <g id='1'>b</g> <mrk mtype='seg'>c</mrk></target></trans-unit></body></file></xliff>";
    assert_eq!(
        texts(&read_xliff(text, &[], &is_known)),
        [("plus".to_owned(), "{ $a } <em>b</em> c".to_owned())]
    );
    let text = "<xliff version='2.0' srcLang='en' trgLang='ru' xmlns='urn:oasis:names:tc:xliff:document:2.0'><file id='f'><unit id='plus'><originalData><data id='d1'>{ $a }</data></originalData><segment><source>One <ph id='1' dataRef='d1'/>.</source><target>Один <ph id='1'/>.</target></segment><ignorable><source> </source></ignorable><segment><source>Two.</source><target>Два<cp hex='2026'/></target></segment></unit></file></xliff>";
    assert_eq!(
        texts(&read_xliff(text, &[], &is_known)),
        [("plus".to_owned(), "Один { $a }. Два…".to_owned())]
    );
}
