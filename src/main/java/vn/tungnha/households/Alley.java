package vn.tungnha.households;

/** An alley (ngõ, kiệt, hẻm) and how many households of the view stand in it. */
public record Alley(String name, int households) {}
