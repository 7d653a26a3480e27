// Mutator: damage done to bytes, at random but the same each time for the same number to begin with.
#pragma once

#include <QByteArray>

#include <cstdint>
#include <random>
#include <vector>

namespace shirushi::fuzz {

class Mutator
{
public:
    Mutator(std::vector<QByteArray> seeds, std::vector<QByteArray> words, std::uint64_t number, qsizetype longest);

    /// The next input: one of the seeds with one to eight changes.
    QByteArray next();

private:
    void change(QByteArray &bytes);
    void flip(QByteArray &bytes);
    void overwrite(QByteArray &bytes);
    void setNumber(QByteArray &bytes);
    void setDigits(QByteArray &bytes);
    void cut(QByteArray &bytes);
    void duplicate(QByteArray &bytes);
    void splice(QByteArray &bytes);
    void putWord(QByteArray &bytes);
    void zero(QByteArray &bytes);
    qsizetype below(qsizetype end);
    qsizetype placeIn(const QByteArray &bytes);

    std::vector<QByteArray> m_seeds;
    std::vector<QByteArray> m_words;
    std::mt19937_64 m_random;
    qsizetype m_longest;
};

} // namespace shirushi::fuzz
