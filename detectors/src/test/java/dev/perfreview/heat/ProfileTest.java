package dev.perfreview.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProfileTest {

  private static List<Profile> all() {
    return Stream.concat(Stream.of(Profile.COMMON), Profile.BUILT_IN.stream()).toList();
  }

  @Test
  void everyNamedProfileShips() {
    assertEquals(Profile.NAMES, Profile.BUILT_IN.stream().map(Profile::name).toList());
  }

  @Test
  void idsAreUniqueAndBeginWithTheProfilesName() {
    List<String> ids = all()
      .stream()
      .flatMap(profile -> profile.hotPaths().stream())
      .map(HotPath::id)
      .toList();
    assertEquals(ids.stream().distinct().toList(), ids);
    for (Profile profile : Profile.BUILT_IN) {
      for (HotPath entry : profile.hotPaths()) {
        assertTrue(entry.id().startsWith(profile.name() + "-"), entry.id());
      }
    }
  }

  @Test
  void everyEntryReadsWellInAMessage() {
    for (Profile profile : all()) {
      for (HotPath entry : profile.hotPaths()) {
        String form = entry.heat() == Heat.COLD ? "[a-z].*[a-z]" : "runs .*[a-z`]";
        assertTrue(entry.reason().matches(form), entry.id() + ": " + entry.reason());
        assertFalse(entry.description().isBlank(), entry.id());
      }
    }
  }

  @Test
  void aProfileWithAProblemDoesNotLoad() {
    String unknownKey = "[[hot-path]]\nid = 'x'\nheat = 'step'\npaths = ['a']\nsymbol = ['b']\n";
    String message = assertThrows(IllegalStateException.class, () -> Profile.read("x", unknownKey)).toString();
    assertTrue(message.contains("did you mean `symbols`?"), message);
  }

  @Test
  void linesSayWhatTheSourcesSay() {
    List<Profile> sources = Profile.fromSources();
    assertEquals(sources, ProfileLines.read(ProfileLines.write(sources)));
    assertEquals(sources.getFirst(), Profile.COMMON);
    assertEquals(sources.subList(1, sources.size()), Profile.BUILT_IN);
  }

  @Test
  void linesThatNobodyWroteAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> ProfileLines.read("nonsense\n"));
  }
}
