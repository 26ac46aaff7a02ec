# Residents of each district's most deprived fifth of neighbourhoods, from a region's data package.
#   Rscript most-deprived.R https://example.org/data/packages/norfolk-and-waveney/datapackage.json
address <- commandArgs(trailingOnly = TRUE)[1]
table <- sub("datapackage.json", "deprivation-2025.csv", address, fixed = TRUE)
rows <- read.csv(table, encoding = "UTF-8", check.names = FALSE)
residents <- grep("^residents", names(rows), value = TRUE)[1]
core20 <- rows[rows$core20 == "Yes", ]
sums <- tapply(core20[[residents]], core20$district, sum)
for (district in sort(names(sums), method = "radix")) {
  cat(district, ": ", sums[[district]], "\n", sep = "")
}
