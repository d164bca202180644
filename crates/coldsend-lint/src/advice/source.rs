//! A document or a typed request, as one type: rules of advice are the same for both.
use crate::json::{Document, ValueRef};

#[cfg(feature = "typed")]
pub(super) use any::{AnyRef, AnySource};

/// Without typed requests there are documents alone.
#[cfg(not(feature = "typed"))]
pub(super) type AnySource<'v> = Document<'v>;
#[cfg(not(feature = "typed"))]
pub(super) type AnyRef<'v> = <Document<'v> as crate::validate::Source<'v>>::Ref;

/// A document and its root.
pub(super) fn of_document(document: Document<'_>) -> (AnySource<'_>, AnyRef<'_>) {
    #[cfg(feature = "typed")]
    return (AnySource::Document(document), AnyRef::Document(ValueRef::ROOT));
    #[cfg(not(feature = "typed"))]
    return (document, ValueRef::ROOT);
}

/// The node of a value, where it is one of a document.
pub(super) fn node(value: AnyRef<'_>) -> Option<u32> {
    #[cfg(feature = "typed")]
    let AnyRef::Document(value) = value else { return None };
    match value {
        ValueRef::Node(node) => Some(node),
        ValueRef::Character { .. } => None,
    }
}

#[cfg(feature = "typed")]
mod any {
    use crate::error::ErrorKind;
    use crate::host::Host;
    use crate::json::{Document, Scalar, Text, ValueRef};
    use crate::schema::shape::{MAX_FIELDS, Shape};
    use crate::typed::{Structs, View};
    use crate::validate::Source;
    use crate::validate::path::MapKey;
    use std::ops::Range;

    #[derive(Clone, Copy)]
    pub(in crate::advice) enum AnySource<'v> {
        Document(Document<'v>),
        Typed,
    }

    /// A value in such a source.
    #[derive(Clone, Copy)]
    pub(in crate::advice) enum AnyRef<'v> {
        Document(ValueRef),
        Typed(View<'v>),
    }

    impl<'v> AnySource<'v> {
        /// The document and the value in it, or the value of a typed request. A value is never of the other source.
        fn split(self, value: AnyRef<'v>) -> Result<(Document<'v>, ValueRef), View<'v>> {
            match (self, value) {
                (AnySource::Document(document), AnyRef::Document(value)) => Ok((document, value)),
                (_, AnyRef::Typed(view)) => Err(view),
                (AnySource::Typed, AnyRef::Document(_)) => Err(View::Null),
            }
        }
    }

    impl<'v> Source<'v> for AnySource<'v> {
        type Ref = AnyRef<'v>;

        fn scalar(self, value: AnyRef<'v>) -> Scalar<'v> {
            match self.split(value) {
                Ok((document, value)) => document.scalar(value),
                Err(view) => Structs.scalar(view),
            }
        }

        fn members(
            self,
            value: AnyRef<'v>,
            shape: &Shape,
            found: &mut [Option<AnyRef<'v>>],
        ) -> Result<bool, ErrorKind> {
            fn fill<'v, S: Source<'v>>(
                source: S,
                value: S::Ref,
                shape: &Shape,
                found: &mut [Option<AnyRef<'v>>],
                any: fn(S::Ref) -> AnyRef<'v>,
            ) -> Result<bool, ErrorKind> {
                let mut members = [None; MAX_FIELDS];
                let all_known = source.members(value, shape, &mut members)?;
                for (slot, member) in found.iter_mut().zip(members) {
                    *slot = member.map(any);
                }
                Ok(all_known)
            }
            match self.split(value) {
                Ok((document, value)) => fill(document, value, shape, found, AnyRef::Document),
                Err(view) => fill(Structs, view, shape, found, AnyRef::Typed),
            }
        }

        fn items(self, value: AnyRef<'v>) -> Option<impl Iterator<Item = AnyRef<'v>> + Clone> {
            let (documents, views) = match self.split(value) {
                Ok((document, value)) => (Some(document.items(value)?), None),
                Err(view) => (None, Some(Structs.items(view)?)),
            };
            let documents = documents.into_iter().flatten().map(AnyRef::Document);
            Some(documents.chain(views.into_iter().flatten().map(AnyRef::Typed)))
        }

        fn entries(
            self,
            value: AnyRef<'v>,
            host: &dyn Host,
            visit: &mut dyn FnMut(MapKey<'_>, AnyRef<'v>),
        ) -> Result<(), ErrorKind> {
            match self.split(value) {
                Ok((document, value)) => {
                    document.entries(value, host, &mut |key, value| visit(key, AnyRef::Document(value)))
                }
                Err(view) => Structs.entries(view, host, &mut |key, view| visit(key, AnyRef::Typed(view))),
            }
        }

        fn each_key(self, value: AnyRef<'v>, visit: &mut dyn FnMut(Text<'v>, AnyRef<'v>)) {
            match self.split(value) {
                Ok((document, value)) => {
                    document.each_key(value, &mut |key, value| visit(key, AnyRef::Document(value)));
                }
                Err(view) => Structs.each_key(view, &mut |key, view| visit(key, AnyRef::Typed(view))),
            }
        }

        fn unknown_keys(
            self,
            value: AnyRef<'v>,
            shape: &Shape,
            visit: &mut dyn FnMut(Text<'v>, Option<Range<usize>>),
        ) {
            if let Ok((document, value)) = self.split(value) {
                document.unknown_keys(value, shape, visit);
            }
        }

        fn span(self, value: AnyRef<'v>) -> Option<Range<usize>> {
            self.split(value).ok().and_then(|(document, value)| document.span(value))
        }

        fn opening(self, value: AnyRef<'v>) -> Option<Range<usize>> {
            self.split(value).ok().and_then(|(document, value)| document.opening(value))
        }

        fn suggestion(self, value: AnyRef<'v>, shape: &Shape, name: &str) -> Option<String> {
            self.split(value).ok().and_then(|(document, value)| document.suggestion(value, shape, name))
        }
    }
}
