package dev.perfreview.server.report.merge;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/**
 * The report of a part of a scan, or an object within it.
 *
 * @param name what the user calls the report, for messages
 * @param content what it says
 */
public record PartialReport(String name, JsonObject content) {
  /**
   * The object that is a member of this one.
   *
   * @throws IllegalArgumentException when there is none
   */
  PartialReport object(String member) {
    JsonElement value = content.get(member);
    if (value instanceof JsonObject object) {
      return new PartialReport(name, object);
    }
    throw missing(member);
  }

  /**
   * The array that is a member of this object.
   *
   * @throws IllegalArgumentException when there is none
   */
  JsonArray array(String member) {
    JsonElement value = content.get(member);
    if (value instanceof JsonArray array) {
      return array;
    }
    throw missing(member);
  }

  /**
   * The objects in an array that is a member of this object.
   *
   * @throws IllegalArgumentException when there is no such array, or something else in it
   */
  List<PartialReport> objects(String member) {
    List<PartialReport> objects = new ArrayList<>();
    for (JsonElement element : array(member)) {
      if (!(element instanceof JsonObject object)) {
        throw missing(member);
      }
      objects.add(new PartialReport(name, object));
    }
    return objects;
  }

  /**
   * The only element of an array that is a member of this object.
   *
   * @throws IllegalArgumentException when there is no such array, or another number of elements in it
   */
  PartialReport only(String member) {
    List<PartialReport> objects = objects(member);
    if (objects.size() == 1) {
      return objects.getFirst();
    }
    throw missing(member);
  }

  /**
   * The text that is a member of this object.
   *
   * @throws IllegalArgumentException when there is none
   */
  String text(String member) {
    JsonElement value = content.get(member);
    if (value instanceof JsonPrimitive text && text.isString()) {
      return text.getAsString();
    }
    throw missing(member);
  }

  /** Whether a member has a certain value. */
  boolean has(String member, JsonPrimitive value) {
    return value.equals(content.get(member));
  }

  private IllegalArgumentException missing(String member) {
    return new IllegalArgumentException(
      name + " is no report of perf-review: it lacks «" + member + "» where one has it"
    );
  }
}
