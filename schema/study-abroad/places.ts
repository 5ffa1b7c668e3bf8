/** DEST: the places that Q04, Q06 and Q07 offer. A study may swap the labels; the codes stay. */
import type { Option } from '../questionnaire.ts'
import { option, other } from './words.ts'

export const places: Option[] = [
  option(1, 'Mainland China', '中国内地', '中國內地'),
  option(2, 'Hong Kong, China', '中国香港', '中國香港'),
  option(3, 'Macao, China', '中国澳门', '中國澳門'),
  option(4, 'Taiwan, China', '中国台湾', '中國台灣'),
  option(5, 'UK', '英国', '英國'),
  option(6, 'USA', '美国', '美國'),
  option(7, 'Australia', '澳大利亚', '澳洲'),
  option(8, 'Canada', '加拿大', '加拿大'),
  option(9, 'Singapore', '新加坡', '新加坡'),
  option(10, 'Japan', '日本', '日本'),
  option(11, 'South Korea', '韩国', '韓國'),
  option(12, 'Malaysia', '马来西亚', '馬來西亞'),
  option(13, 'Germany', '德国', '德國'),
  option(14, 'France', '法国', '法國'),
  option(15, 'New Zealand', '新西兰', '新西蘭'),
  option(16, 'Ireland', '爱尔兰', '愛爾蘭'),
  other,
]
