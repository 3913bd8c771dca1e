-- The words that stand out in each month: counted as the dictionary has them, in their folded
-- spelling, without stopwords.
WITH words AS (
    SELECT date_trunc('month', published) AS month, unnest(hi_words(body)) AS word
    FROM articles
),
counts AS (
    SELECT month, hi_fold(hi_lemma(word)) AS keyword, count(*) AS uses
    FROM words
    WHERE NOT hi_is_stopword(word)
    GROUP BY 1, 2
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY month ORDER BY uses DESC, keyword) AS place
    FROM counts
)
SELECT month, place, keyword, hi_romanize(keyword) AS romanized, uses
FROM ranked
WHERE place <= 5
ORDER BY month, place
