package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out what it takes to clone a value of a type, through the fields of the structs and enums that it holds. */
final class CopyCosts {

  private static final Set<String> TEXTS = Set.of(
    "std::ffi::CString",
    "std::ffi::OsString",
    "std::path::PathBuf",
    "std::string::String"
  );

  private static final Set<String> COLLECTIONS = Set.of(
    "axum::http::HeaderMap",
    "bytes::BytesMut",
    "dashmap::DashMap",
    "http::HeaderMap",
    "indexmap::IndexMap",
    "reqwest::header::HeaderMap",
    "rustc_hash::FxHashMap",
    "rustc_hash::FxHashSet",
    "serde_json::Map",
    "serde_json::Value",
    "std::collections::BTreeMap",
    "std::collections::BTreeSet",
    "std::collections::BinaryHeap",
    "std::collections::HashMap",
    "std::collections::HashSet",
    "std::collections::LinkedList",
    "std::collections::VecDeque",
    "std::vec::Vec"
  );

  private static final Set<String> WRAPPERS = Set.of(
    "std::boxed::Box",
    "std::option::Option",
    "std::result::Result",
    RustType.ARRAY,
    RustType.TUPLE
  );

  private static final Set<String> HANDLES = Set.of(
    "bytes::Bytes",
    "std::any::TypeId",
    "std::cmp::Ordering",
    "std::net::IpAddr",
    "std::net::SocketAddr",
    "std::rc::Rc",
    "std::rc::Weak",
    "std::sync::Arc",
    "std::sync::Weak",
    "std::time::Duration",
    "std::time::Instant",
    "std::time::SystemTime",
    "tokio_util::sync::CancellationToken",
    "uuid::Uuid"
  );

  private static final Set<String> PRIMITIVES = Set.of(
    "bool",
    "char",
    "f32",
    "f64",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "isize",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "usize"
  );

  private final Declarations declarations;
  private final TypeReader reader;
  private final ForeignTypes foreign;
  private final Map<String, CopyCost> ofItems = new HashMap<>();

  CopyCosts(Declarations declarations, TypeReader reader, ForeignTypes foreign) {
    this.declarations = declarations;
    this.reader = reader;
    this.foreign = foreign;
  }

  /** What it takes to clone a value of the type. */
  CopyCost of(RustType type) {
    String path = type.path();
    if (type.references() > 0 || HANDLES.contains(path) || PRIMITIVES.contains(path)) {
      return CopyCost.CHEAP;
    }
    if (TEXTS.contains(path)) {
      return CopyCost.TEXT;
    }
    if (COLLECTIONS.contains(path)) {
      return CopyCost.LARGE;
    }
    if (path.equals("std::boxed::Box") && type.argument(0).is(RustType.SLICE)) {
      return CopyCost.LARGE;
    }
    if (WRAPPERS.contains(path)) {
      return ofAll(type.arguments());
    }
    if (path.equals(RustType.EITHER)) {
      return type.arguments().stream().map(this::of).max(Comparator.naturalOrder()).orElse(CopyCost.CHEAP);
    }
    CopyCost known = ofItems.get(path);
    if (known == null) {
      // What holds itself, in a box or so, costs what else it holds.
      ofItems.put(path, CopyCost.UNKNOWN);
      RustType contents = contentsOf(path);
      known = contents == null ? CopyCost.UNKNOWN : of(contents);
      ofItems.put(path, known);
    }
    return known;
  }

  /** Whether a value of the type may hold a reference to another. */
  boolean borrows(RustType type) {
    return borrows(type, new HashSet<>());
  }

  private boolean borrows(RustType type, Set<String> asked) {
    if (type.references() > 0 || type.is(RustType.ITERATOR)) {
      return true;
    }
    RustType contents = type.path().startsWith("std::") || !asked.add(type.path()) ? null : contentsOf(type.path());
    return (
      (contents != null && borrows(contents, asked)) ||
      type
        .arguments()
        .stream()
        .anyMatch(argument -> borrows(argument, asked))
    );
  }

  /** Whether a value of the type holds numbers in bulk, in a list of its own: token ids, probabilities, bytes. */
  boolean holdsBulk(RustType type) {
    return holdsBulk(type, new HashSet<>());
  }

  private boolean holdsBulk(RustType type, Set<String> asked) {
    boolean list = type.is("std::vec::Vec") || type.is(RustType.SLICE) || type.is("bytes::BytesMut");
    if (list && (type.is("bytes::BytesMut") || Amounts.isBulk(type.argument(0)))) {
      return true;
    }
    if (HANDLES.contains(type.path())) {
      return false;
    }
    RustType contents = type.path().startsWith("std::") || !asked.add(type.path()) ? null : contentsOf(type.path());
    return (
      (contents != null && holdsBulk(contents, asked)) ||
      type
        .arguments()
        .stream()
        .anyMatch(argument -> holdsBulk(argument, asked))
    );
  }

  private @Nullable RustType contentsOf(String path) {
    SyntaxNode struct = declarations.structOf(path);
    SyntaxNode item = struct == null ? declarations.enumOf(path) : struct;
    return item == null ? foreign.contents(path) : contentsOf(item);
  }

  /**
   * The type of all that a clone of a {@code struct_item} or {@code enum_item} copies; nothing when it is not cloned field by field: what
   * implements {@code Clone} by hand is mostly a handle.
   */
  @Nullable
  RustType contentsOf(SyntaxNode item) {
    if (!Attributes.derives(item, "Clone")) {
      return null;
    }
    if (Attributes.derives(item, "Copy")) {
      return RustType.of(RustType.TUPLE);
    }
    if (item.is("struct_item")) {
      return fieldsOf(item);
    }
    SyntaxNode body = item.field("body");
    List<RustType> variants = new ArrayList<>();
    for (SyntaxNode variant : body == null ? List.<SyntaxNode>of() : body.namedChildren()) {
      if (variant.is("enum_variant") && variant.field("body") != null) {
        variants.add(fieldsOf(variant));
      }
    }
    return new RustType(RustType.EITHER, variants, 0);
  }

  private RustType fieldsOf(SyntaxNode structOrVariant) {
    return new RustType(
      RustType.TUPLE,
      Declarations.fieldTypes(structOrVariant).stream().map(reader::read).toList(),
      0
    );
  }

  /** The cost of several parts; two texts count as much as a collection. */
  private CopyCost ofAll(List<RustType> parts) {
    CopyCost most = CopyCost.CHEAP;
    int texts = 0;
    for (RustType part : parts) {
      CopyCost cost = of(part);
      texts += cost == CopyCost.TEXT ? 1 : 0;
      most = cost.compareTo(most) > 0 ? cost : most;
    }
    return texts > 1 ? CopyCost.LARGE : most;
  }
}
