"""When a claim holds, by its own words or the article's date."""
