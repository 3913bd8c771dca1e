-- How much each outlet writes.
WITH articles_in_sentences AS (
    SELECT outlet, hi_sentences(body) AS sentences
    FROM articles
)
SELECT
    outlet,
    count(*) AS articles,
    CAST(sum(array_length(sentences)) AS BIGINT) AS sentences,
    CAST(sum(array_length(sentences)) AS BIGINT) / count(*) AS sentences_per_article
FROM articles_in_sentences
GROUP BY outlet
ORDER BY outlet
