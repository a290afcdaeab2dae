//! Lists in pages. Knows nothing of what is listed, and of where a page stands.

/// How a list is cut into pages.
#[derive(Clone, Copy, Debug)]
pub struct Pagination {
    /// Things on a page; 0 for all on one.
    per_page: usize,
}

impl Pagination {
    /// Cuts after so many things; never, where it is 0.
    #[must_use]
    pub const fn new(per_page: usize) -> Self {
        Self { per_page }
    }

    /// Pages of a list of so many things. An empty list has a page too, which says that it is empty.
    #[must_use]
    pub fn pages(self, things: usize) -> usize {
        if self.per_page == 0 { 1 } else { things.div_ceil(self.per_page).max(1) }
    }

    /// What stands on a page, counted from 1; nothing on a page that there is not.
    #[must_use]
    pub fn page<T>(self, things: &[T], number: usize) -> &[T] {
        match (self.per_page, number.checked_sub(1)) {
            (0, Some(0)) => things,
            (0, _) | (_, None) => &[],
            (per_page, Some(index)) => things.chunks(per_page).nth(index).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Pagination;

    #[test]
    fn an_empty_list_has_one_empty_page() {
        for per_page in [0, 1, 20] {
            let pagination = Pagination::new(per_page);
            assert_eq!((pagination.pages(0), pagination.page::<u8>(&[], 1)), (1, &[][..]));
        }
    }

    #[test]
    fn a_list_is_cut_in_its_order() {
        let pagination = Pagination { per_page: 2 };
        assert_eq!(pagination.pages(5), 3);
        let pages: Vec<&[u8]> = (0..=4).map(|number| pagination.page(&[1, 2, 3, 4, 5], number)).collect();
        assert_eq!(pages, [&[][..], &[1, 2], &[3, 4], &[5], &[]]);
    }

    proptest! {
        #[test]
        fn every_thing_stands_on_one_page(things in prop::collection::vec(any::<u8>(), 0..60), per_page in 0_usize..70) {
            let pagination = Pagination::new(per_page);
            let pages = (1..=pagination.pages(things.len())).map(|number| pagination.page(&things, number));
            prop_assert_eq!(pages.collect::<Vec<_>>().concat(), things);
        }
    }
}
