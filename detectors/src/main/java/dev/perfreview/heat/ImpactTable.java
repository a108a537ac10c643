package dev.perfreview.heat;

import static dev.perfreview.heat.Impact.MINOR;
import static dev.perfreview.heat.Impact.MODERATE;
import static dev.perfreview.heat.Impact.NEGLIGIBLE;
import static dev.perfreview.heat.Impact.SIGNIFICANT;

import dev.perfreview.rule.Cost;

/** Impact = cost x heat: the one place where severity is decided. */
public final class ImpactTable {

  private ImpactTable() {}

  /** The impact of a pitfall of this cost on a line of this heat. */
  public static Impact impactOf(Cost cost, Heat heat) {
    return switch (cost) {
      case STALL -> switch (heat) {
        case COLD -> NEGLIGIBLE;
        case UNLISTED -> MODERATE;
        case REQUEST, STEP, TOKEN -> SIGNIFICANT;
      };
      case SUPERLINEAR, CONTENTION, GROWTH -> switch (heat) {
        case COLD -> NEGLIGIBLE;
        case UNLISTED -> MINOR;
        case REQUEST -> MODERATE;
        case STEP, TOKEN -> SIGNIFICANT;
      };
      case ALLOCATION, OVERHEAD -> switch (heat) {
        case COLD, UNLISTED -> NEGLIGIBLE;
        case REQUEST -> MINOR;
        case STEP -> MODERATE;
        case TOKEN -> SIGNIFICANT;
      };
    };
  }
}
