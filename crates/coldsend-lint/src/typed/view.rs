//! Typed requests as values, for the traversal.
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::Scalar;
use crate::json::Text;
use crate::schema::shape::Shape;
use crate::typed::{CustomValue, Patch, Secret};
use crate::validate::path::MapKey;
use crate::validate::{Members, Source};
use std::collections::BTreeMap;

/// A value of a declared field.
pub(crate) trait Typed {
    fn view(&self) -> View<'_>;
}

/// A declared struct.
pub(crate) trait TypedObject {
    fn shape(&self) -> &'static Shape;
    /// Visits its fields in declaration order.
    fn views<'v>(&'v self, each: &mut dyn FnMut(View<'v>));
}

/// A struct whose declaration is known from its type.
pub(crate) trait Declared {
    const SHAPE: &'static Shape;
}

/// A list of values.
pub(crate) trait TypedList {
    fn item(&self, index: usize) -> Option<View<'_>>;
}

/// A map of values.
pub(crate) trait TypedMap {
    fn entries<'v>(&'v self, each: &mut dyn FnMut(&'v str, View<'v>));
}

/// What a typed field holds.
#[derive(Clone, Copy)]
pub(crate) enum View<'v> {
    Unset,
    Null,
    Boolean(bool),
    Integer(i64),
    Text(&'v str),
    List(&'v dyn TypedList),
    Map(&'v dyn TypedMap),
    Object(&'v dyn TypedObject),
    /// A value that the API accepts unchanged.
    Custom(&'v CustomValue),
}

/// Typed requests as a source of values.
#[derive(Clone, Copy)]
pub(crate) struct Structs;

impl<'v> Source<'v> for Structs {
    type Ref = View<'v>;

    fn scalar(self, value: View<'v>) -> Scalar<'v> {
        match value {
            View::Unset | View::Null => Scalar::Null,
            View::Boolean(value) => Scalar::Boolean(value),
            View::Integer(value) => Scalar::Number(value),
            View::Text(text) => Scalar::Text(Text::plain(text)),
            View::List(_) => Scalar::List,
            View::Map(_) | View::Object(_) | View::Custom(_) => Scalar::Object,
        }
    }

    fn find(self, members: &mut Members<View<'v>>) -> Result<(), ErrorKind> {
        let View::Object(object) = members.object else { return Err(ErrorKind::Dict) };
        let mut index = 0;
        object.views(&mut |view| {
            if !matches!(view, View::Unset) {
                members.set(index, view);
            }
            index += 1;
        });
        Ok(())
    }

    fn items(self, value: View<'v>) -> Option<impl Iterator<Item = View<'v>> + Clone> {
        let View::List(list) = value else { return None };
        Some((0..).map_while(move |index| list.item(index)))
    }

    fn entries(
        self,
        value: View<'v>,
        _: &dyn Host,
        visit: &mut dyn FnMut(MapKey<'_>, View<'v>),
    ) -> Result<(), ErrorKind> {
        let View::Map(map) = value else { return Err(ErrorKind::Dict) };
        map.entries(&mut |key, view| visit(MapKey::Text(Text::plain(key)), view));
        Ok(())
    }

    fn each_key(self, value: View<'v>, visit: &mut dyn FnMut(Text<'v>, View<'v>)) {
        match value {
            View::Map(map) => map.entries(&mut |key, view| visit(Text::plain(key), view)),
            View::Object(object) => {
                let mut fields = object.shape().fields.iter();
                object.views(&mut |view| {
                    if let (Some(field), false) = (fields.next(), matches!(view, View::Unset)) {
                        visit(Text::plain(field.name), view);
                    }
                });
            }
            _ => {}
        }
    }
}

impl Typed for String {
    fn view(&self) -> View<'_> {
        View::Text(self)
    }
}

impl Typed for Secret {
    fn view(&self) -> View<'_> {
        View::Text(self.expose())
    }
}

impl Typed for i64 {
    fn view(&self) -> View<'_> {
        View::Integer(*self)
    }
}

impl Typed for bool {
    fn view(&self) -> View<'_> {
        View::Boolean(*self)
    }
}

impl Typed for CustomValue {
    fn view(&self) -> View<'_> {
        View::Custom(self)
    }
}

impl<T: Typed> Typed for Option<T> {
    fn view(&self) -> View<'_> {
        self.as_ref().map_or(View::Unset, T::view)
    }
}

impl<T: Typed> Typed for Patch<T> {
    fn view(&self) -> View<'_> {
        match self {
            Patch::Unset => View::Unset,
            Patch::Null => View::Null,
            Patch::Set(value) => value.view(),
        }
    }
}

impl<T: Typed> Typed for Vec<T> {
    fn view(&self) -> View<'_> {
        View::List(self)
    }
}

impl<T: Typed> TypedList for Vec<T> {
    fn item(&self, index: usize) -> Option<View<'_>> {
        self.get(index).map(T::view)
    }
}

impl<T: Typed> Typed for BTreeMap<String, T> {
    fn view(&self) -> View<'_> {
        View::Map(self)
    }
}

impl<T: Typed> TypedMap for BTreeMap<String, T> {
    fn entries<'v>(&'v self, each: &mut dyn FnMut(&'v str, View<'v>)) {
        self.iter().for_each(|(key, value)| each(key, value.view()));
    }
}
