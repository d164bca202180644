//! The source that advice rules read: a document or a typed request, as one type, since the rules are the same for
//! both.
use crate::json::{Document, Scalar, Text, ValueRef};
#[cfg(feature = "typed")]
use crate::typed::{CustomValue, Structs, View};
use crate::validate::Source;
use std::ops::Range;

/// A source whose values advice rules can read.
pub(super) trait Advised<'v>: Source<'v> {
    fn any(self) -> AnySource<'v>;
    fn any_ref(value: Self::Ref) -> AnyRef<'v>;
}

#[derive(Clone, Copy)]
pub(super) enum AnySource<'v> {
    Document(Document<'v>),
    #[cfg(feature = "typed")]
    Structs,
}

/// A reference to a value in such a source.
#[derive(Clone, Copy)]
pub(super) enum AnyRef<'v> {
    Document(ValueRef),
    #[cfg(feature = "typed")]
    View(View<'v>),
    #[cfg(not(feature = "typed"))]
    #[expect(dead_code)]
    None(std::convert::Infallible, std::marker::PhantomData<&'v ()>),
}

impl<'v> Advised<'v> for Document<'v> {
    fn any(self) -> AnySource<'v> {
        AnySource::Document(self)
    }

    fn any_ref(value: ValueRef) -> AnyRef<'v> {
        AnyRef::Document(value)
    }
}

#[cfg(feature = "typed")]
impl<'v> Advised<'v> for Structs {
    fn any(self) -> AnySource<'v> {
        AnySource::Structs
    }

    fn any_ref(value: View<'v>) -> AnyRef<'v> {
        AnyRef::View(value)
    }
}

impl<'v> AnySource<'v> {
    pub(super) fn scalar(self, value: AnyRef<'v>) -> Scalar<'v> {
        match (self, value) {
            (AnySource::Document(document), AnyRef::Document(value)) => document.scalar(value),
            #[cfg(feature = "typed")]
            (_, AnyRef::View(view)) => Structs.scalar(view),
            // A value never belongs to another source.
            _ => Scalar::Null,
        }
    }

    #[inline]
    pub(super) fn text(self, value: AnyRef<'v>) -> Option<Text<'v>> {
        match (self, value) {
            (AnySource::Document(document), AnyRef::Document(value)) => document.text(value),
            #[cfg(feature = "typed")]
            (_, AnyRef::View(View::Text(text))) => Some(Text::plain(text)),
            #[cfg(feature = "typed")]
            (_, AnyRef::View(View::Custom(CustomValue::Text(text)))) => Some(Text::plain(text)),
            _ => None,
        }
    }

    /// Returns the items of a list.
    pub(super) fn items(self, value: AnyRef<'v>) -> impl Iterator<Item = AnyRef<'v>> + use<'v> {
        let of_document = match (self, value) {
            (AnySource::Document(document), AnyRef::Document(value)) => document.items(value),
            _ => None,
        };
        let items = of_document.into_iter().flatten().map(AnyRef::Document);
        #[cfg(feature = "typed")]
        let items = items.chain({
            let of_structs = match value {
                AnyRef::View(view) => Structs.items(view),
                AnyRef::Document(_) => None,
            };
            of_structs.into_iter().flatten().map(AnyRef::View)
        });
        items
    }

    /// Visits the keys and values of an object, unless it was sent in another form.
    pub(super) fn each_key(self, value: AnyRef<'v>, visit: &mut dyn FnMut(Text<'v>, AnyRef<'v>)) {
        match (self, value) {
            (AnySource::Document(document), AnyRef::Document(value)) => {
                document.each_key(value, &mut |key, value| visit(key, AnyRef::Document(value)));
            }
            #[cfg(feature = "typed")]
            (_, AnyRef::View(view)) => {
                Structs.each_key(view, &mut |key, view| visit(key, AnyRef::View(view)));
            }
            _ => {}
        }
    }

    /// Returns the byte range of a value.
    pub(super) fn span(self, value: AnyRef<'v>) -> Option<Range<usize>> {
        match (self, value) {
            (AnySource::Document(document), AnyRef::Document(value)) => document.span(value),
            _ => None,
        }
    }
}

impl AnyRef<'_> {
    /// Returns the node of a value, if it is one of a document.
    pub(super) fn node(self) -> Option<u32> {
        match self {
            AnyRef::Document(ValueRef::Node(node)) => Some(node),
            _ => None,
        }
    }
}
