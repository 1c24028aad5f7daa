//! The register as a workbook (Office Open XML). In: the listings. Out: the lines of `register.csv` as cells that are words,
//! days or numbers, and never formulas. The same listings give the same bytes.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::IN_MEMORY;
use super::table::{Cell, columns};
use crate::views::{Day, Listings};

/// The longest text that a cell can hold, in units of UTF-16.
const LONGEST_CELL: usize = 32_767;

/// The width of columns, in characters: of words, and of the one that tells what a complaint is about.
const WIDTH: f64 = 16.0;
const WIDTH_OF_SUBJECT: f64 = 60.0;

const SUBJECT: &str = "onderwerp";

/// The register as a workbook of one sheet.
#[must_use]
pub fn xlsx(listings: &Listings) -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(listings));
    fill(workbook.add_worksheet(), listings).expect("a sheet has room for a million complaints, and cells fit");
    workbook.save_to_buffer().expect(IN_MEMORY)
}

/// The day for which the register was read stands for the moment of writing.
fn properties(listings: &Listings) -> DocProperties {
    let Day(day) = listings.built;
    let properties = DocProperties::new().set_title("Klachtenregister").set_comment(listings.audience.notice());
    properties.set_creation_datetime(&day)
}

fn fill(sheet: &mut Worksheet, listings: &Listings) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold().set_align(FormatAlign::Top);
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.set_name("Klachten")?;
    sheet.set_header(format!("&C{}", listings.audience.notice()));
    sheet.set_freeze_panes(1, 1)?;
    let columns = columns(listings.audience);
    for (at, &(name, _)) in (0..).zip(&columns) {
        sheet.write_string_with_format(0, at, name, &heading)?;
        sheet.set_column_width(at, if name == SUBJECT { WIDTH_OF_SUBJECT } else { WIDTH })?;
    }
    for (line, listing) in (1..).zip(&listings.complaints) {
        for (at, (_, cell)) in (0..).zip(&columns) {
            match cell(listing) {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => {
                    sheet.write_string(line, at, as_much_as_fits(&text))?;
                }
                Cell::Day(date) => {
                    if let Some(Day(date)) = date {
                        write_day(sheet, (line, at), date, &day)?;
                    }
                }
                Cell::Count(count) => {
                    if let Some(count) = count {
                        sheet.write_number(line, at, count)?;
                    }
                }
            }
        }
    }
    let last = u32::try_from(listings.complaints.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, last, u16::try_from(columns.len() - 1).unwrap_or(u16::MAX))?;
    Ok(())
}

/// The beginning of a text that fits in a cell.
fn as_much_as_fits(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, sign)| {
        units += sign.len_utf16();
        units > LONGEST_CELL
    });
    end.map_or(text, |(end, _)| &text[..end])
}

fn write_day(sheet: &mut Worksheet, (line, at): (u32, u16), date: NaiveDate, format: &Format) -> Result<(), XlsxError> {
    // Workbooks know no days before 1900.
    if date.year() < 1900 {
        return sheet.write_string(line, at, date.to_string()).map(drop);
    }
    sheet.write_datetime_with_format(line, at, date, format).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_any_length_and_any_signs_fits_in_a_cell() {
        for sign in ["a", "é", "🙂"] {
            let text = sign.repeat(40_000);
            let fits = as_much_as_fits(&text);
            assert!((LONGEST_CELL - 1..=LONGEST_CELL).contains(&fits.encode_utf16().count()), "{sign}");
            assert!(text.starts_with(fits));
            assert_eq!(as_much_as_fits(sign), sign);
        }
    }
}
