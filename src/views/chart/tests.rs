//! What holds of every chart, whatever is counted.

use proptest::prelude::*;

use super::*;
use crate::views::Share;

fn caption() -> Caption {
    Caption { id: "proef", title: Word::new("Proef"), description: Word::new("Een proef.") }
}

fn slot(at: usize) -> Slot {
    Slot { label: format!("Q{}", at % 4 + 1), group: (2020 + at / 4).to_string() }
}

fn series(texture: Texture) -> Series {
    Series { name: Word::new("deel"), fill: Fill { ink: Ink::Accent, texture } }
}

fn chart(counts: &[[u32; 2]]) -> Chart {
    let columns: Vec<_> = counts.iter().enumerate().map(|(at, &parts)| Column { slot: slot(at), parts }).collect();
    Chart::columns(caption(), [series(Texture::Solid), series(Texture::Hatch)], &columns, &[])
}

fn units(coordinate: Coordinate) -> f64 {
    serde_json::to_value(coordinate).expect("a number").as_str().expect("as text").parse().expect("a number")
}

proptest! {
    #[test]
    fn bars_stay_within_the_field_and_are_as_high_as_their_counts(counts in prop::collection::vec([0..400_u32, 0..400_u32], 1..60)) {
        let chart = chart(&counts);
        let highest = counts.iter().map(|parts| parts.iter().sum::<u32>()).max().unwrap_or(0);
        let unit = (units(chart.bottom) - 40.0) / f64::from(Scale::up_to(highest).top);
        let drawn: Vec<u32> = counts.concat().into_iter().filter(|count| *count > 0).collect();
        prop_assert_eq!(drawn.len(), chart.bars.len());
        for (bar, count) in chart.bars.iter().zip(drawn) {
            prop_assert!(chart.left <= bar.x && bar.x + bar.width <= chart.right);
            prop_assert!(bar.y >= Coordinate::units(40) && bar.y + bar.height <= chart.bottom);
            prop_assert!((units(bar.height) - f64::from(count) * unit).abs() < 0.21, "{bar:?} for {count}");
        }
    }

    #[test]
    fn the_parts_of_a_stack_stand_on_each_other_from_the_axis_up(parts in [1..400_u32, 1..400_u32]) {
        let chart = chart(&[parts]);
        let [low, high] = &chart.bars[..] else { return Err(TestCaseError::fail("two parts")) };
        prop_assert_eq!(low.y + low.height, chart.bottom);
        prop_assert_eq!(high.y + high.height, low.y);
    }

    #[test]
    fn points_stay_within_the_field(shares in prop::collection::vec((0..9_u32, 0..9_u32), 0..30)) {
        let shares: Vec<_> = shares
            .into_iter()
            .enumerate()
            .filter_map(|(at, (part, rest))| Some((slot(at), Share::new(part, part + rest)?)))
            .collect();
        let chart = Chart::shares(caption(), &shares);
        prop_assert_eq!(chart.points.len(), shares.iter().filter(|(_, share)| share.whole() > 0).count());
        for point in &chart.points {
            prop_assert!(chart.left <= point.x && point.x <= chart.right);
            prop_assert!(point.y >= Coordinate::units(40) && point.y <= chart.bottom);
        }
    }
}

#[test]
fn nothing_to_count_gives_axes_and_no_marks() {
    let chart = chart(&[[0, 0]]);
    assert!(chart.bars.is_empty() && chart.values.is_empty());
    assert_eq!(chart.grid.len(), 2);
}

#[test]
fn a_limit_stands_where_its_days_end_and_its_name_stays_in_the_chart() {
    let columns: Vec<_> = (0..8).map(|at| Column { slot: slot(at), parts: [1] }).collect();
    let limit = |at| Limit { at, per_slot: 7, name: "norm: 4 weken".to_owned() };
    let chart = Chart::columns(caption(), [series(Texture::Solid)], &columns, &[limit(14), limit(28), limit(56)]);
    let [two_weeks, four_weeks, eight_weeks] = &chart.limits[..] else { panic!("three limits") };
    let middle = (chart.left + chart.right).half();
    assert_eq!((four_weeks.x, four_weeks.before), (middle, false));
    assert_eq!((eight_weeks.x, eight_weeks.before), (chart.right, true));
    assert!(two_weeks.y < four_weeks.y && two_weeks.x < four_weeks.x);
    assert!(chart.bars[1].x + chart.bars[1].width < two_weeks.x && two_weeks.x < chart.bars[2].x);
}

#[test]
fn coordinates_have_one_decimal_at_most() {
    let shown = |tenths: u32| serde_json::to_string(&Coordinate::units(20).share(tenths, 200)).expect("a number");
    assert_eq!([shown(10), shown(125), shown(0)], ["\"1\"", "\"12.5\"", "\"0\""]);
}
