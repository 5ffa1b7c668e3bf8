# What R's haven reads in a file: each variable's label, its values' labels and how often each value is there.
# Rscript read-with-haven.R FILE; lines of KIND, VARIABLE, VALUE and what is said of it, with tabs between.
suppressMessages(library(haven))
file <- commandArgs(TRUE)[1]
isStata <- grepl("\\.dta$", file)
data <- if (isStata) read_dta(file) else read_sav(file, user_na = TRUE)
say <- function(...) cat(paste(..., sep = "\t"), "\n", sep = "")
isDay <- function(x) inherits(x, "Date") || identical(attr(x, "format.spss"), "SDATE10")
asText <- function(x) {
  text <- if (isDay(x)) format(as.Date(as.numeric(x), origin = "1970-01-01")) else as.character(unclass(x))
  # A blank day of SPSS's is -1: the second before its first day, which R counts from 1970.
  if (!isStata && isDay(x)) text[which(as.numeric(x) < -141428)] <- "-1"
  if (isStata && is.double(x)) {
    tag <- na_tag(x)
    text[!is.na(tag)] <- paste0(".", tag[!is.na(tag)])
  }
  text[is.na(text) | text == ""] <- "."
  text
}
for (name in names(data)) {
  x <- data[[name]]
  say("label", name, "", attr(x, "label", exact = TRUE))
  labels <- attr(x, "labels", exact = TRUE)
  for (at in seq_along(labels)) {
    value <- unname(labels[at])
    say("value", name, if (isStata && is.na(value)) paste0(".", na_tag(value)) else as.character(value), names(labels)[at])
  }
  na <- c(attr(x, "na_values"), attr(x, "na_range"))
  if (length(na) > 0) say("missing", name, "", paste(na, collapse = " "))
  counts <- table(asText(x))
  for (value in names(counts)) say("count", name, gsub("[\t\r\n]", " ", value), counts[[value]])
}
