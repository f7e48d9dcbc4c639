// SPDX-License-Identifier: EUPL-1.2
//! Files of other programs: what their cells read as, and what is said about them.

use crate::common::{BOOK, ODS_TYPE, RELS, STRINGS, ods, ods_rows, xlsx, xlsx_of, zip};
use paraat_sheets::{Finding, Format, Limits, Refused, Seems, Table, read};

fn table(bytes: &[u8]) -> Table {
    read(bytes, &Limits::default()).unwrap()
}

fn refused(bytes: &[u8]) -> Refused {
    read(bytes, &Limits::default()).unwrap_err()
}

/// Keys of the findings, in order.
fn keys(table: &Table) -> Vec<&str> {
    table.findings.iter().map(Finding::key).collect()
}

/// Cells of all rows, with bars between them.
fn cells(table: &Table) -> Vec<String> {
    let row = |line: &paraat_sheets::Line| format!("{}: {}", line.number, line.cells.join("|"));
    table.rows.iter().map(row).collect()
}

#[test]
fn cells_of_a_workbook_read_as_they_are_shown() {
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is>
        </c><c r="C1" t="str"><v>c</v></c></row>
        <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>1.2E3</v></c>
        <c r="C2" s="1"><v>45443</v></c></row>
        <row r="3"><c r="A3" s="2"><v>45443.6041666667</v></c><c r="B3" s="3"><v>1.5</v></c>
        <c r="C3" t="b"><v>1</v></c></row>
        <row r="4"><c r="A4" t="d"><v>2024-05-31T14:30:00</v></c><c r="B4" t="s"><v>2</v></c>
        <c r="C4"><v>0.30000000000000004</v></c></row>"#;
    let table = table(&xlsx(rows, ""));
    assert_eq!(
        (table.format, table.header.join("|").as_str()),
        (Format::Xlsx, "naam|b|c")
    );
    assert_eq!(
        cells(&table),
        [
            "2: vet\n en gewoon|1200|2024-05-31",
            "3: 2024-05-31T14:30:00|36:00:00|true",
            "4: 2024-05-31T14:30:00||0.3",
        ]
    );
    assert!(table.findings.is_empty());
}

#[test]
fn cells_and_rows_without_names_count_on() {
    let rows = "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row>\
        <row r=\"4\"><c r=\"B4\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>";
    let table = table(&xlsx(rows, ""));
    assert_eq!(cells(&table), ["4: |1|2", "5: 3|"]);
    assert_eq!(keys(&table), ["empty-rows", "ragged-rows"]);
}

#[test]
fn of_a_formula_the_kept_value_counts() {
    let rows = r#"<row r="1"><c r="A1" t="str"><v>a</v></c></row>
        <row r="2"><c r="A2"><f>SUM(B1:B9)</f><v>12.0</v></c></row>
        <row r="3"><c r="A3" t="str"><f>"x"</f><v>=x</v></c></row>
        <row r="4"><c r="A4"><f>1+1</f></c><c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>"#;
    let table = table(&xlsx(rows, ""));
    assert_eq!(cells(&table), ["2: 12", "3: =x", "4: |#DIV/0!"]);
    assert_eq!(
        keys(&table),
        [
            "ragged-rows",
            "formulas",
            "formulas-without-value",
            "error-values"
        ]
    );
    let Finding::Formulas(places) = &table.findings[1] else {
        unreachable!("the second finding is about formulas");
    };
    let names: Vec<_> = places.first.iter().map(ToString::to_string).collect();
    assert_eq!(names, ["A2", "A3", "B4"]);
    assert_eq!(places.count, 3);
}

#[test]
fn of_merged_cells_the_first_counts() {
    let rows = r#"<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>
        <row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>
        <row r="3"><c r="A3"><v>3</v></c><c r="B3"><v>4</v></c></row>"#;
    let merged = r#"<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B2"/></mergeCells>"#;
    let table = table(&xlsx(rows, merged));
    assert_eq!(cells(&table), ["2: 1|2", "3: |4"]);
    let Finding::MergedCells(areas) = &table.findings[0] else {
        unreachable!("the finding is about merged cells");
    };
    assert_eq!(areas.first[0].to_string(), "A2:A3");
}

#[test]
fn dates_from_1904_are_right_and_said() {
    let book = BOOK.replace("<sheets>", "<workbookPr date1904=\"true\"/><sheets>");
    let sheet = "<worksheet><sheetData><row><c t=\"str\"><v>a</v></c></row>\
        <row><c s=\"1\"><v>43981</v></c></row></sheetData></worksheet>";
    let table = table(&xlsx_of(&book, STRINGS, sheet));
    assert_eq!(cells(&table), ["2: 2024-05-31"]);
    assert_eq!(table.findings, [Finding::Dates1904]);
}

#[test]
fn the_first_sheet_in_view_is_read_and_the_others_named() {
    let sheets = r#"<workbook><sheets><sheet name="Lijsten" sheetId="2" state="hidden" r:id="rId4"/>
        <sheet name="Grafiek" sheetId="3" r:id="rId5"/>
        <sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let sheet =
        "<worksheet><sheetData><row><c t=\"str\"><v>a</v></c></row></sheetData></worksheet>";
    let found = table(&xlsx_of(sheets, STRINGS, sheet)).findings;
    let Finding::MoreSheets { read, others } = &found[0] else {
        unreachable!("the finding is about sheets");
    };
    assert_eq!(
        (read.as_str(), others.first.join("|").as_str()),
        ("Blad1", "Lijsten")
    );
    let none = "<workbook><sheets/></workbook>";
    assert_eq!(refused(&xlsx_of(none, STRINGS, sheet)), Refused::NoSheet);
}

#[test]
fn cells_of_opendocument_read_as_they_are_shown() {
    let rows = r##"<table:table-header-rows><table:table-row>
        <table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><text:p>b</text:p></table:table-cell>
        </table:table-row></table:table-header-rows>
        <table:table-row>
        <table:table-cell office:value-type="float" office:value="1.2E3"><text:p>1.200</text:p>
        </table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2024-05-31T14:30:00">
        <text:p>31-05-24</text:p></table:table-cell></table:table-row>
        <table:table-row>
        <table:table-cell office:value-type="boolean" office:boolean-value="true">
        <text:p>WAAR</text:p></table:table-cell>
        <table:table-cell office:value-type="time" office:time-value="PT36H00M00S"/>
        </table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><office:annotation>
        <text:p>een opmerking</text:p></office:annotation><text:p> x  <text:span>y</text:span>
        <text:s text:c="2"/><text:a xlink:href="https://x">z</text:a></text:p><text:p>w<text:tab/>
        <text:line-break/></text:p></table:table-cell>
        <table:table-cell office:value-type="string" office:string-value="s" table:formula="of:=1"/>
        </table:table-row>
        <table:table-row table:visibility="filter"><table:table-cell
        calcext:value-type="error" office:value-type="string"><text:p>#VERW!</text:p>
        </table:table-cell></table:table-row>"##;
    let table = table(&ods_rows(rows));
    assert_eq!(
        cells(&table),
        [
            "2: 1200|2024-05-31T14:30:00",
            "3: true|36:00:00",
            "4: x y   z\nw\t \n|s",
            "5: #VERW!|",
        ]
    );
    assert_eq!(keys(&table), ["hidden-rows", "formulas", "error-values"]);
}

#[test]
fn covered_cells_and_empty_rows_of_opendocument_cost_nothing() {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p>")
            + "</table:table-cell>"
    };
    let rows = format!(
        "<table:table-row>{}{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1000000\">\
         <table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
         <table:table-row><table:table-cell table:number-columns-spanned=\"2\" \
         office:value-type=\"float\" office:value=\"1\"/><table:covered-table-cell \
         office:value-type=\"float\" office:value=\"2\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"2\">{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"4000000000\"><table:table-cell \
         table:number-columns-repeated=\"4000000000\"/></table:table-row>",
        cell("a"),
        cell("b"),
        cell("x").replace(
            "<table:table-cell ",
            "<table:table-cell table:number-columns-repeated=\"2\" "
        ),
    );
    let table = table(&ods_rows(&rows));
    assert_eq!(
        cells(&table),
        ["1000002: 1|", "1000003: x|x", "1000004: x|x"]
    );
    assert_eq!(table.findings[0], Finding::EmptyRows { count: 1_000_000 });
    let Finding::MergedCells(areas) = &table.findings[1] else {
        unreachable!("the second finding is about merged cells");
    };
    assert_eq!(areas.first[0].to_string(), "A1000002:B1000002");
}

#[test]
fn a_hidden_sheet_of_opendocument_is_passed_over() {
    let styles = "<style:style style:name=\"ta1\"><style:table-properties \
        table:display=\"false\"/></style:style>";
    let sheet = |name: &str, style: &str| {
        format!(
            "<table:table table:name=\"{name}\" table:style-name=\"{style}\"><table:table-row>\
             <table:table-cell><text:p>{name}</text:p></table:table-cell></table:table-row>\
             </table:table>"
        )
    };
    let both = sheet("Verborgen", "ta1") + &sheet("Zichtbaar", "ta2");
    let found = table(&ods(styles, &both));
    assert_eq!(
        (found.header.join("|"), keys(&found)),
        ("Zichtbaar".into(), vec!["more-sheets"])
    );
    // When all are hidden, the first is better than nothing.
    assert_eq!(
        table(&ods(styles, &sheet("Verborgen", "ta1"))).header,
        ["Verborgen"]
    );
    assert_eq!(refused(&ods(styles, "")), Refused::NoSheet);
}

#[test]
fn what_is_no_sheet_is_named() {
    let odt = zip(&[("mimetype", b"application/vnd.oasis.opendocument.text")]);
    assert_eq!(refused(&odt), Refused::NotASheet(Seems::TextDocument));
    let office = |root: &str| {
        let part = format!("<{root}/>");
        let rels = ("_rels/.rels", RELS.as_bytes());
        refused(&zip(&[rels, ("xl/workbook.xml", part.as_bytes())]))
    };
    assert_eq!(
        office("w:document"),
        Refused::NotASheet(Seems::TextDocument)
    );
    assert_eq!(
        office("p:presentation"),
        Refused::NotASheet(Seems::Presentation)
    );
    let binary = RELS.replace("workbook.xml", "workbook.bin");
    let xlsb = zip(&[
        ("_rels/.rels", binary.as_bytes()),
        ("xl/workbook.bin", b"\x83\x01"),
    ]);
    assert_eq!(refused(&xlsb), Refused::NotASheet(Seems::BinaryExcel));
    let photos = zip(&[("foto.jpg", b"\xff\xd8\xff")]);
    assert_eq!(refused(&photos), Refused::NotASheet(Seems::Archive));
    assert_eq!(refused(&ods_rows("")), Refused::NothingInIt);
    assert_eq!(refused(b"   "), Refused::NotASheet(Seems::Empty));
}

#[test]
fn a_password_is_said() {
    let old = br#"<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry>
        </m:manifest>"#;
    let parts = [
        ("mimetype", ODS_TYPE),
        ("META-INF/manifest.xml", old),
        ("content.xml", b"\x01"),
    ];
    assert_eq!(refused(&zip(&parts)), Refused::PasswordProtected);
    let new = [("mimetype", ODS_TYPE), ("encrypted-package", &b"\x01"[..])];
    assert_eq!(refused(&zip(&new)), Refused::PasswordProtected);
}
